with
  monthly_facts_posting_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.fact_revenue_cycle_cost) fact_revenue_cycle_cost
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
        f.fact_revenue_cycle_cost
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.month_end) as date) period,
          sum(case
            when f.kind = 'revenue_cycle_cost' then coalesce(
              f.balance,
              0
            )
            else cast(0 as numeric)
          end) fact_revenue_cycle_cost
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
  ),
  ledger_payment_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.payments) payments
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
        f.payments
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.payment_date) as date) period,
          sum(coalesce(
            f.paid,
            0
          )) payments
        from transaction f
        where (
          f.payment_date >= date '2025-04-01'
          and f.payment_date <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.payment_date) as date)
      ) f
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
    ) r
    group by r.payer, r.payer_key, r.period
  ),
  members as (
    select monthly_facts_posting_date_period.payer, monthly_facts_posting_date_period.payer_key, monthly_facts_posting_date_period.period
    from monthly_facts_posting_date_period
    union
    select ledger_payment_date_period.payer, ledger_payment_date_period.payer_key, ledger_payment_date_period.period
    from ledger_payment_date_period
  )
select
  members.payer,
  members.payer_key,
  members.period,
  (cast(
    coalesce(monthly_facts_posting_date_period.fact_revenue_cycle_cost, 0)
    as double
  ) / nullif(
    cast(
      coalesce(ledger_payment_date_period.payments, 0)
      as double
    ),
    0E0
  )) cost_to_collect,
  coalesce(monthly_facts_posting_date_period.fact_revenue_cycle_cost, 0) cost_to_collect_numerator,
  coalesce(ledger_payment_date_period.payments, 0) cost_to_collect_denominator
from members
  left outer join monthly_facts_posting_date_period
    on (
      members.payer is not distinct from monthly_facts_posting_date_period.payer
      and members.payer_key is not distinct from monthly_facts_posting_date_period.payer_key
      and members.period is not distinct from monthly_facts_posting_date_period.period
    )
  left outer join ledger_payment_date_period
    on (
      members.payer is not distinct from ledger_payment_date_period.payer
      and members.payer_key is not distinct from ledger_payment_date_period.payer_key
      and members.period is not distinct from ledger_payment_date_period.period
    )
order by
  members.payer asc nulls last,
  members.payer_key asc nulls last,
  members.period asc nulls last
