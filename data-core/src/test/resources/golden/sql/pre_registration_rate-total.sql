with
  monthly_facts_posting_date_period as (
    select
      sum(r.fact_preregistered_visits) fact_preregistered_visits,
      sum(r.fact_scheduled_visits) fact_scheduled_visits
    from (
      select
        case
          when f.kind = 'preregistered_visits' then coalesce(
            f.quantity,
            0
          )
          else cast(0 as numeric)
        end fact_preregistered_visits,
        case
          when f.kind = 'scheduled_visits' then coalesce(
            f.quantity,
            0
          )
          else cast(0 as numeric)
        end fact_scheduled_visits
      from monthly_fact f
    ) r
  )
select
  (cast(
    coalesce(monthly_facts_posting_date_period.fact_preregistered_visits, 0)
    as double
  ) / nullif(
    cast(
      coalesce(monthly_facts_posting_date_period.fact_scheduled_visits, 0)
      as double
    ),
    0E0
  )) pre_registration_rate,
  coalesce(monthly_facts_posting_date_period.fact_preregistered_visits, 0) pre_registration_rate_numerator,
  coalesce(monthly_facts_posting_date_period.fact_scheduled_visits, 0) pre_registration_rate_denominator
from monthly_facts_posting_date_period
