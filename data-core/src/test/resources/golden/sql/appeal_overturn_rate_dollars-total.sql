with
  appeals_adjudication_date_period as (
    select
      sum(r.recovered_sum) recovered_sum,
      sum(r.appealed_sum) appealed_sum
    from (
      select
        coalesce(
          f.recovered,
          0
        ) recovered_sum,
        coalesce(
          f.appealed,
          0
        ) appealed_sum
      from appeal f
      where f.decided_date is not null
    ) r
  )
select
  (cast(
    coalesce(appeals_adjudication_date_period.recovered_sum, 0)
    as double
  ) / nullif(
    cast(
      coalesce(appeals_adjudication_date_period.appealed_sum, 0)
      as double
    ),
    0E0
  )) appeal_overturn_rate_dollars,
  coalesce(appeals_adjudication_date_period.recovered_sum, 0) appeal_overturn_rate_dollars_numerator,
  coalesce(appeals_adjudication_date_period.appealed_sum, 0) appeal_overturn_rate_dollars_denominator
from appeals_adjudication_date_period
