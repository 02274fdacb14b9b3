with
  ledger_posting_date_period as (
    select sum(r.adjustments) adjustments
    from (
      select coalesce(
        f.adjusted,
        0
      ) adjustments
      from transaction f
    ) r
  )
select coalesce(ledger_posting_date_period.adjustments, 0) adjustments
from ledger_posting_date_period
