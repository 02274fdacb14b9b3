with
  ledger_posting_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      cast(
        sum(r.transaction_count)
        as bigint
      ) transaction_count
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
        f.transaction_count
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', coalesce(
            f.posted_date,
            f.service_date
          )) as date) period,
          sum(1) transaction_count
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
  coalesce(ledger_posting_date_period.transaction_count, 0) transaction_count
from ledger_posting_date_period
order by
  ledger_posting_date_period.payer asc nulls last,
  ledger_posting_date_period.payer_key asc nulls last,
  ledger_posting_date_period.period asc nulls last
