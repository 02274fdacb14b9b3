with
  ledger_posting_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.charity_written_off) charity_written_off,
      sum(r.charges) charges
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
        f.period period,
        f.charity_written_off,
        f.charges
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', coalesce(
            f.posted_date,
            f.service_date
          )) as date) period,
          sum(case
            when f.adjustment_type = 'Charity' then coalesce(
              f.adjusted,
              0
            )
            else cast(0 as numeric)
          end) charity_written_off,
          sum(coalesce(
            f.billed,
            0
          )) charges
        from transaction f
        where (
          coalesce(
            f.posted_date,
            f.service_date
          ) >= date '2025-04-01'
          and coalesce(
            f.posted_date,
            f.service_date
          ) <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          cast(date_trunc('month', coalesce(
            f.posted_date,
            f.service_date
          )) as date)
      ) f
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
    ) r
    group by r.payer, r.payer_key, r.period
  )
select
  ledger_posting_date_period.payer,
  ledger_posting_date_period.payer_key,
  ledger_posting_date_period.period,
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
order by
  ledger_posting_date_period.payer asc nulls last,
  ledger_posting_date_period.payer_key asc nulls last,
  ledger_posting_date_period.period asc nulls last
