with
  ledger_payment_date_month_to_date as (
    select sum(r.months_payments) months_payments
    from (
      select coalesce(
        f.paid,
        0
      ) months_payments
      from transaction f
      where (
        f.payment_date >= date '2025-07-01'
        and f.payment_date <= date '2025-07-01'
      )
    ) r
  ),
  monthly_facts_posting_date_trailing_3_months as (
    select (cast(
      sum(r.fact_net_patient_revenue_a_month)
      as double
    ) / 3E0) fact_net_patient_revenue_a_month
    from (
      select case
        when f.kind = 'net_patient_revenue' then coalesce(
          f.balance,
          0
        )
        else cast(0 as numeric)
      end fact_net_patient_revenue_a_month
      from monthly_fact f
      where (
        f.month_end >= date '2025-04-02'
        and f.month_end <= date '2025-07-01'
      )
    ) r
  )
select
  (cast(
    coalesce(ledger_payment_date_month_to_date.months_payments, 0)
    as double
  ) / nullif(
    cast(
      coalesce(monthly_facts_posting_date_trailing_3_months.fact_net_patient_revenue_a_month, 0)
      as double
    ),
    0E0
  )) cash_to_net_revenue,
  coalesce(ledger_payment_date_month_to_date.months_payments, 0) cash_to_net_revenue_numerator,
  coalesce(monthly_facts_posting_date_trailing_3_months.fact_net_patient_revenue_a_month, 0) cash_to_net_revenue_denominator
from ledger_payment_date_month_to_date
  cross join monthly_facts_posting_date_trailing_3_months
