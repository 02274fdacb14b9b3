with
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
select coalesce(ledger_posting_date_period.charges, 0) charges
from ledger_posting_date_period
