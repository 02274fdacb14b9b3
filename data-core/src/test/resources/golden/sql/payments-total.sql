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
  )
select coalesce(ledger_payment_date_period.payments, 0) payments
from ledger_payment_date_period
