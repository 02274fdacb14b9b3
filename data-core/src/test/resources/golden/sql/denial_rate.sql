with
  claims_adjudication_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      cast(
        sum(r.denied_claims)
        as bigint
      ) denied_claims,
      cast(
        sum(r.adjudicated_claims)
        as bigint
      ) adjudicated_claims
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
        f.denied_claims,
        f.adjudicated_claims
      from (
        select
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', coalesce(
            f.adjudicated_date,
            f.submitted_date
          )) as date) period,
          sum(case
            when (
              f.claim_status = 'Denied'
              or coalesce(
                f.denied,
                0
              ) > 0
            ) then 1
            else cast(0 as int)
          end) denied_claims,
          sum(1) adjudicated_claims
        from claim f
        where (
          f.valid_to = date '9999-12-31'
          and not (f.is_closed = true)
          and f.claim_status in (
            'Paid', 'Approved', 'Denied'
          )
          and f.carc is distinct from '18'
          and f.frequency_code is distinct from '7'
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
  (cast(
    coalesce(claims_adjudication_date_period.denied_claims, 0)
    as double
  ) / nullif(
    cast(
      coalesce(claims_adjudication_date_period.adjudicated_claims, 0)
      as double
    ),
    0E0
  )) denial_rate,
  coalesce(claims_adjudication_date_period.denied_claims, 0) denial_rate_numerator,
  coalesce(claims_adjudication_date_period.adjudicated_claims, 0) denial_rate_denominator
from claims_adjudication_date_period
order by
  claims_adjudication_date_period.payer asc nulls last,
  claims_adjudication_date_period.payer_key asc nulls last,
  claims_adjudication_date_period.period asc nulls last
