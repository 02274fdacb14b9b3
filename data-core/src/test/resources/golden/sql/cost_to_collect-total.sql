with
  monthly_facts_posting_date_period as (
    select sum(r.fact_revenue_cycle_cost) fact_revenue_cycle_cost
    from (
      select case
        when f.kind = 'revenue_cycle_cost' then coalesce(
          f.balance,
          0
        )
        else cast(0 as numeric)
      end fact_revenue_cycle_cost
      from monthly_fact f
    ) r
  ),
  ledger_payment_date_period as (
    select sum(r.payments) payments
    from (
      select coalesce(
        f.paid,
        0
      ) payments
      from transaction f
    ) r
  )
select
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
from monthly_facts_posting_date_period
  cross join ledger_payment_date_period
