with
  ledger_payment_date_period as (
    select sum(r.payments) payments
    from (
      select coalesce(
        f.paid,
        0
      ) payments
      from transaction f
    ) r
  ),
  ledger_posting_date_period as (
    select sum(r.charges) charges
    from (
      select coalesce(
        f.billed,
        0
      ) charges
      from transaction f
    ) r
  )
select
  (cast(
    coalesce(ledger_payment_date_period.payments, 0)
    as double
  ) / nullif(
    cast(
      coalesce(ledger_posting_date_period.charges, 0)
      as double
    ),
    0E0
  )) gross_collection_rate,
  coalesce(ledger_payment_date_period.payments, 0) gross_collection_rate_numerator,
  coalesce(ledger_posting_date_period.charges, 0) gross_collection_rate_denominator
from ledger_payment_date_period
  cross join ledger_posting_date_period
