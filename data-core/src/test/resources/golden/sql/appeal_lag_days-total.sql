with
  appeals_submission_date_period as (
    select
      cast(
        sum(r.appeal_lag_sum)
        as bigint
      ) appeal_lag_sum,
      cast(
        sum(r.sent_appeals)
        as bigint
      ) sent_appeals
    from (
      select
        date_diff('day', f.denied_date, f.sent_date) appeal_lag_sum,
        1 sent_appeals
      from appeal f
      where f.sent_date >= f.denied_date
    ) r
  )
select
  (cast(
    coalesce(appeals_submission_date_period.appeal_lag_sum, 0)
    as double
  ) / nullif(
    cast(
      coalesce(appeals_submission_date_period.sent_appeals, 0)
      as double
    ),
    0E0
  )) appeal_lag_days,
  coalesce(appeals_submission_date_period.appeal_lag_sum, 0) appeal_lag_days_numerator,
  coalesce(appeals_submission_date_period.sent_appeals, 0) appeal_lag_days_denominator
from appeals_submission_date_period
