with
  ledger_service_date_mature_year as (
    select
      sum(r.cohort_payments) cohort_payments,
      sum(r.cohort_collectible) cohort_collectible
    from (
      select
        coalesce(
          f.paid,
          0
        ) cohort_payments,
        cast(
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
        ) cohort_collectible
      from transaction f
      where (
        f.service_date >= date '2024-04-03'
        and f.service_date <= date '2025-04-02'
      )
    ) r
  )
select
  (cast(
    coalesce(ledger_service_date_mature_year.cohort_payments, 0)
    as double
  ) / nullif(
    cast(
      coalesce(ledger_service_date_mature_year.cohort_collectible, 0)
      as double
    ),
    0E0
  )) net_collection_rate,
  coalesce(ledger_service_date_mature_year.cohort_payments, 0) net_collection_rate_numerator,
  coalesce(ledger_service_date_mature_year.cohort_collectible, 0) net_collection_rate_denominator
from ledger_service_date_mature_year
