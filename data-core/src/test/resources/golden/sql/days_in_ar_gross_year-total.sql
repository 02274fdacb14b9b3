with
  accounts_as_of_up_to_end as (
    select sum(r.open_ar) open_ar
    from (
      select f.balance open_ar
      from (
        select
          b.source,
          b.id,
          b.encounter_id,
          b.facility_id,
          b.department_id,
          b.provider_id,
          b.payer_id,
          b.balance,
          date_diff('day', b.last_service, date '2025-07-01') age,
          b.first_billed,
          date '2025-07-01' as_of_day
        from account_balance b
        where (
          b.since <= date '2025-07-01'
          and b.until > date '2025-07-01'
          and b.balance <> 0
        )
      ) f
      where f.balance > 0
    ) r
  ),
  ledger_posting_date_trailing_12_months as (
    select (cast(
      sum(r.years_daily_charges)
      as double
    ) / max(r.window_days)) years_daily_charges
    from (
      select
        coalesce(
          f.billed,
          0
        ) years_daily_charges,
        365 window_days
      from transaction f
      where (
        coalesce(
          f.posted_date,
          f.service_date
        ) >= date '2024-07-02'
        and coalesce(
          f.posted_date,
          f.service_date
        ) <= date '2025-07-01'
      )
    ) r
  )
select
  (cast(
    coalesce(accounts_as_of_up_to_end.open_ar, 0)
    as double
  ) / nullif(
    cast(
      coalesce(ledger_posting_date_trailing_12_months.years_daily_charges, 0)
      as double
    ),
    0E0
  )) days_in_ar_gross_year,
  coalesce(accounts_as_of_up_to_end.open_ar, 0) days_in_ar_gross_year_numerator,
  coalesce(ledger_posting_date_trailing_12_months.years_daily_charges, 0) days_in_ar_gross_year_denominator
from accounts_as_of_up_to_end
  cross join ledger_posting_date_trailing_12_months
