with
  monthly_facts_posting_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.fact_preregistered_visits) fact_preregistered_visits,
      sum(r.fact_scheduled_visits) fact_scheduled_visits
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
        f.fact_preregistered_visits,
        f.fact_scheduled_visits
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.month_end) as date) period,
          sum(case
            when f.kind = 'preregistered_visits' then coalesce(
              f.quantity,
              0
            )
            else cast(0 as numeric)
          end) fact_preregistered_visits,
          sum(case
            when f.kind = 'scheduled_visits' then coalesce(
              f.quantity,
              0
            )
            else cast(0 as numeric)
          end) fact_scheduled_visits
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
order by
  monthly_facts_posting_date_period.payer asc nulls last,
  monthly_facts_posting_date_period.payer_key asc nulls last,
  monthly_facts_posting_date_period.period asc nulls last
