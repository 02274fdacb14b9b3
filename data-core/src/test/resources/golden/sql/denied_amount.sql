with
  claims_adjudication_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.denied_amount) denied_amount
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
        f.denied_amount
      from (
        select
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', coalesce(
            f.adjudicated_date,
            f.submitted_date
          )) as date) period,
          sum(coalesce(
            f.denied,
            0
          )) denied_amount
        from claim f
        where (
          f.valid_to = date '9999-12-31'
          and not (f.is_closed = true)
          and f.claim_status in (
            'Paid', 'Approved', 'Denied'
          )
          and f.carc is distinct from '18'
          and f.frequency_code is distinct from '7'
          and (
            f.claim_status = 'Denied'
            or coalesce(
              f.denied,
              0
            ) > 0
          )
          and coalesce(
            f.adjudicated_date,
            f.submitted_date
          ) >= date '2025-04-01'
          and coalesce(
            f.adjudicated_date,
            f.submitted_date
          ) <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', coalesce(
            f.adjudicated_date,
            f.submitted_date
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
  claims_adjudication_date_period.payer,
  claims_adjudication_date_period.payer_key,
  claims_adjudication_date_period.period,
  coalesce(claims_adjudication_date_period.denied_amount, 0) denied_amount
from claims_adjudication_date_period
order by
  claims_adjudication_date_period.payer asc nulls last,
  claims_adjudication_date_period.payer_key asc nulls last,
  claims_adjudication_date_period.period asc nulls last
