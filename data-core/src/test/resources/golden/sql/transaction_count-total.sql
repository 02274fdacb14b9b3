with
  ledger_posting_date_period as (
    select cast(
      sum(r.transaction_count)
      as bigint
    ) transaction_count
    from (
      select 1 transaction_count
      from transaction f
    ) r
  )
select coalesce(ledger_posting_date_period.transaction_count, 0) transaction_count
from ledger_posting_date_period
