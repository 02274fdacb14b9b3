with
  claims_submission_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.claim_billed) claim_billed
    from (
      select
        coalesce(
          payer.name,
          f.payer_name,
          case
            when f.payer_id is null then '(none)'
            else '(unmatched)'
          end
        ) payer,
        coalesce(
          (payer.source || '/' || payer.id),
          (f.source || '/' || f.payer_name)
        ) payer_key,
        f.period period,
        f.claim_billed
      from (
        select
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', f.submitted_date) as date) period,
          sum(coalesce(
            f.billed,
            0
          )) claim_billed
        from claim f
        where (
          f.valid_to = date '9999-12-31'
          and not (f.is_closed = true)
          and f.submitted_date >= date '2025-04-01'
          and f.submitted_date <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', f.submitted_date) as date)
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
  claims_submission_date_period.payer,
  claims_submission_date_period.payer_key,
  claims_submission_date_period.period,
  coalesce(claims_submission_date_period.claim_billed, 0) claim_billed
from claims_submission_date_period
order by
  claims_submission_date_period.payer asc nulls last,
  claims_submission_date_period.payer_key asc nulls last,
  claims_submission_date_period.period asc nulls last
