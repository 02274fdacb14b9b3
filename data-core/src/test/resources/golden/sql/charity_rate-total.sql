with
  ledger_posting_date_period as (
    select
      sum(r.charity_written_off) charity_written_off,
      sum(r.charges) charges
    from (
      select
        case
          when f.adjustment_type = 'Charity' then coalesce(
            f.adjusted,
            0
          )
          else cast(0 as numeric)
        end charity_written_off,
        coalesce(
          f.billed,
          0
        ) charges
      from transaction f
    ) r
  )
select
  (cast(
    coalesce(ledger_posting_date_period.charity_written_off, 0)
    as double
  ) / nullif(
    cast(
      coalesce(ledger_posting_date_period.charges, 0)
      as double
    ),
    0E0
  )) charity_rate,
  coalesce(ledger_posting_date_period.charity_written_off, 0) charity_rate_numerator,
  coalesce(ledger_posting_date_period.charges, 0) charity_rate_denominator
from ledger_posting_date_period
