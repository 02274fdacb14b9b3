with
  monthly_facts_posting_date_period as (
    select
      sum(r.fact_authorized_visits) fact_authorized_visits,
      sum(r.fact_visits_requiring_authorization) fact_visits_requiring_authorization
    from (
      select
        case
          when f.kind = 'authorized_visits' then coalesce(
            f.quantity,
            0
          )
          else cast(0 as numeric)
        end fact_authorized_visits,
        case
          when f.kind = 'visits_requiring_authorization' then coalesce(
            f.quantity,
            0
          )
          else cast(0 as numeric)
        end fact_visits_requiring_authorization
      from monthly_fact f
    ) r
  )
select
  (cast(
    coalesce(monthly_facts_posting_date_period.fact_authorized_visits, 0)
    as double
  ) / nullif(
    cast(
      coalesce(monthly_facts_posting_date_period.fact_visits_requiring_authorization, 0)
      as double
    ),
    0E0
  )) service_authorization_rate,
  coalesce(monthly_facts_posting_date_period.fact_authorized_visits, 0) service_authorization_rate_numerator,
  coalesce(monthly_facts_posting_date_period.fact_visits_requiring_authorization, 0) service_authorization_rate_denominator
from monthly_facts_posting_date_period
