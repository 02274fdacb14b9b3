with
  ledger_service_date_mature_year as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.cohort_payments) cohort_payments,
      sum(r.cohort_collectible) cohort_collectible
    from (
      select
        case
          when payer.id is not null then coalesce(
            payer.name,
            '(none)'
          )
          else case
            when f.payer_id is null then '(none)'
            else '(unmatched)'
          end
        end payer,
        (payer.source || '/' || payer.id) payer_key,
        p.period period,
        f.cohort_payments,
        f.cohort_collectible
      from (
        select
          f.payer_id,
          f.source,
          f.service_date its_day,
          sum(coalesce(
            f.paid,
            0
          )) cohort_payments,
          sum(cast(
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
          )) cohort_collectible
        from transaction f
        where (
          f.service_date <= date '2025-04-01'
          and f.service_date >= date '2024-01-31'
        )
        group by
          f.payer_id,
          f.source,
          f.service_date
      ) f
        join (
          values
            (date '2025-04-01', date '2024-01-31', date '2025-01-30', 366),
            (date '2025-05-01', date '2024-03-03', date '2025-03-02', 365),
            (date '2025-06-01', date '2024-04-02', date '2025-04-01', 365)
        ) p (period, first_day, last_day, days)
          on f.its_day between p.first_day and p.last_day
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
    ) r
    group by r.payer, r.payer_key, r.period
  )
select
  ledger_service_date_mature_year.payer,
  ledger_service_date_mature_year.payer_key,
  ledger_service_date_mature_year.period,
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
order by
  ledger_service_date_mature_year.payer asc nulls last,
  ledger_service_date_mature_year.payer_key asc nulls last,
  ledger_service_date_mature_year.period asc nulls last
