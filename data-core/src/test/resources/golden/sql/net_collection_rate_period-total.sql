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
    select sum(r.posted_collectible) posted_collectible
    from (
      select cast(
        (coalesce(
          f.billed,
          0
        ) - case
          when f.adjustment_type = 'Contractual' then coalesce(
            f.adjusted,
            0
          )
          else 0
        end)
        as decimal(18, 2)
      ) posted_collectible
      from transaction f
    ) r
  )
select
  (cast(
    coalesce(ledger_payment_date_period.payments, 0)
    as double
  ) / nullif(
    cast(
      coalesce(ledger_posting_date_period.posted_collectible, 0)
      as double
    ),
    0E0
  )) net_collection_rate_period,
  coalesce(ledger_payment_date_period.payments, 0) net_collection_rate_period_numerator,
  coalesce(ledger_posting_date_period.posted_collectible, 0) net_collection_rate_period_denominator
from ledger_payment_date_period
  cross join ledger_posting_date_period
