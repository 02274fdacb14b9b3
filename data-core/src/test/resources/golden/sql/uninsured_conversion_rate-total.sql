with
  monthly_facts_posting_date_period as (
    select
      sum(r.fact_converted_visits) fact_converted_visits,
      sum(r.fact_uninsured_visits) fact_uninsured_visits
    from (
      select
        case
          when f.kind = 'converted_visits' then coalesce(
            f.quantity,
            0
          )
          else cast(0 as numeric)
        end fact_converted_visits,
        case
          when f.kind = 'uninsured_visits' then coalesce(
            f.quantity,
            0
          )
          else cast(0 as numeric)
        end fact_uninsured_visits
      from monthly_fact f
    ) r
  )
select
  (cast(
    coalesce(monthly_facts_posting_date_period.fact_converted_visits, 0)
    as double
  ) / nullif(
    cast(
      coalesce(monthly_facts_posting_date_period.fact_uninsured_visits, 0)
      as double
    ),
    0E0
  )) uninsured_conversion_rate,
  coalesce(monthly_facts_posting_date_period.fact_converted_visits, 0) uninsured_conversion_rate_numerator,
  coalesce(monthly_facts_posting_date_period.fact_uninsured_visits, 0) uninsured_conversion_rate_denominator
from monthly_facts_posting_date_period
