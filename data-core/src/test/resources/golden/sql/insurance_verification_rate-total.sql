with
  monthly_facts_posting_date_period as (
    select
      sum(r.fact_verified_visits) fact_verified_visits,
      sum(r.fact_registered_visits) fact_registered_visits
    from (
      select
        case
          when f.kind = 'verified_visits' then coalesce(
            f.quantity,
            0
          )
          else cast(0 as numeric)
        end fact_verified_visits,
        case
          when f.kind = 'registered_visits' then coalesce(
            f.quantity,
            0
          )
          else cast(0 as numeric)
        end fact_registered_visits
      from monthly_fact f
    ) r
  )
select
  (cast(
    coalesce(monthly_facts_posting_date_period.fact_verified_visits, 0)
    as double
  ) / nullif(
    cast(
      coalesce(monthly_facts_posting_date_period.fact_registered_visits, 0)
      as double
    ),
    0E0
  )) insurance_verification_rate,
  coalesce(monthly_facts_posting_date_period.fact_verified_visits, 0) insurance_verification_rate_numerator,
  coalesce(monthly_facts_posting_date_period.fact_registered_visits, 0) insurance_verification_rate_denominator
from monthly_facts_posting_date_period
