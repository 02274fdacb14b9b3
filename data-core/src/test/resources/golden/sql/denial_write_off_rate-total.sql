with
  ledger_posting_date_period as (
    select sum(r.denials_written_off) denials_written_off
    from (
      select coalesce(
        f.adjusted,
        0
      ) denials_written_off
      from transaction f
      where f.adjustment_type = 'Denial write-off'
    ) r
  ),
  monthly_facts_posting_date_period as (
    select sum(r.fact_net_patient_revenue) fact_net_patient_revenue
    from (
      select case
        when f.kind = 'net_patient_revenue' then coalesce(
          f.balance,
          0
        )
        else cast(0 as numeric)
      end fact_net_patient_revenue
      from monthly_fact f
    ) r
  )
select
  (cast(
    coalesce(ledger_posting_date_period.denials_written_off, 0)
    as double
  ) / nullif(
    cast(
      coalesce(monthly_facts_posting_date_period.fact_net_patient_revenue, 0)
      as double
    ),
    0E0
  )) denial_write_off_rate,
  coalesce(ledger_posting_date_period.denials_written_off, 0) denial_write_off_rate_numerator,
  coalesce(monthly_facts_posting_date_period.fact_net_patient_revenue, 0) denial_write_off_rate_denominator
from ledger_posting_date_period
  cross join monthly_facts_posting_date_period
