with
  appeals_adjudication_date_period as (
    select
      cast(
        sum(r.overturned_appeals)
        as bigint
      ) overturned_appeals,
      cast(
        sum(r.decided_appeals)
        as bigint
      ) decided_appeals
    from (
      select
        case
          when f.outcome in (
            'Favourable', 'Partly favourable'
          ) then 1
          else cast(0 as int)
        end overturned_appeals,
        1 decided_appeals
      from appeal f
      where f.decided_date is not null
    ) r
  )
select
  (cast(
    coalesce(appeals_adjudication_date_period.overturned_appeals, 0)
    as double
  ) / nullif(
    cast(
      coalesce(appeals_adjudication_date_period.decided_appeals, 0)
      as double
    ),
    0E0
  )) appeal_overturn_rate,
  coalesce(appeals_adjudication_date_period.overturned_appeals, 0) appeal_overturn_rate_numerator,
  coalesce(appeals_adjudication_date_period.decided_appeals, 0) appeal_overturn_rate_denominator
from appeals_adjudication_date_period
