with
  monthly_facts_posting_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.fact_verified_visits) fact_verified_visits,
      sum(r.fact_registered_visits) fact_registered_visits
    from (
      select
        case
          when payer.id is not null then coalesce(
            payer.name,
            '(none)'
          )
          else case
            when f.payer_id is null then '(none)'
            else '(unmatched)'
          end
        end payer,
        (payer.source || '/' || payer.id) payer_key,
        f.period period,
        f.fact_verified_visits,
        f.fact_registered_visits
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.month_end) as date) period,
          sum(case
            when f.kind = 'verified_visits' then coalesce(
              f.quantity,
              0
            )
            else cast(0 as numeric)
          end) fact_verified_visits,
          sum(case
            when f.kind = 'registered_visits' then coalesce(
              f.quantity,
              0
            )
            else cast(0 as numeric)
          end) fact_registered_visits
        from monthly_fact f
        where (
          f.month_end >= date '2025-04-01'
          and f.month_end <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.month_end) as date)
      ) f
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
    ) r
    group by r.payer, r.payer_key, r.period
  )
select
  monthly_facts_posting_date_period.payer,
  monthly_facts_posting_date_period.payer_key,
  monthly_facts_posting_date_period.period,
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
order by
  monthly_facts_posting_date_period.payer asc nulls last,
  monthly_facts_posting_date_period.payer_key asc nulls last,
  monthly_facts_posting_date_period.period asc nulls last
