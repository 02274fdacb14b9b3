with
  ledger_posting_date_period as (
    select
      cast(
        sum(r.line_lag_sum)
        as bigint
      ) line_lag_sum,
      cast(
        sum(r.charged_lines)
        as bigint
      ) charged_lines
    from (
      select
        date_diff('day', f.service_date, f.posted_date) line_lag_sum,
        1 charged_lines
      from transaction f
      where (
        f.posted_date >= f.service_date
        and f.billed > 0
      )
    ) r
  )
select
  (cast(
    coalesce(ledger_posting_date_period.line_lag_sum, 0)
    as double
  ) / nullif(
    cast(
      coalesce(ledger_posting_date_period.charged_lines, 0)
      as double
    ),
    0E0
  )) charge_lag_days_lines,
  coalesce(ledger_posting_date_period.line_lag_sum, 0) charge_lag_days_lines_numerator,
  coalesce(ledger_posting_date_period.charged_lines, 0) charge_lag_days_lines_denominator
from ledger_posting_date_period
