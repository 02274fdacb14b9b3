with
  appeals_adjudication_date_period as (
    select
      cast(
        sum(r.resolution_lag_sum)
        as bigint
      ) resolution_lag_sum,
      cast(
        sum(r.resolved_appeals)
        as bigint
      ) resolved_appeals
    from (
      select
        date_diff('day', f.denied_date, f.decided_date) resolution_lag_sum,
        case
          when f.decided_date is not null then 1
          else cast(0 as int)
        end resolved_appeals
      from appeal f
      where f.sent_date >= f.denied_date
    ) r
  )
select
  (cast(
    coalesce(appeals_adjudication_date_period.resolution_lag_sum, 0)
    as double
  ) / nullif(
    cast(
      coalesce(appeals_adjudication_date_period.resolved_appeals, 0)
      as double
    ),
    0E0
  )) denial_resolution_days,
  coalesce(appeals_adjudication_date_period.resolution_lag_sum, 0) denial_resolution_days_numerator,
  coalesce(appeals_adjudication_date_period.resolved_appeals, 0) denial_resolution_days_denominator
from appeals_adjudication_date_period
