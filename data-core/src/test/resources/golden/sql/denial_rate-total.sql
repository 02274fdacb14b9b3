with
  claims_adjudication_date_period as (
    select
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
        case
          when (
            f.claim_status = 'Denied'
            or coalesce(
              f.denied,
              0
            ) > 0
          ) then 1
          else cast(0 as int)
        end denied_claims,
        1 adjudicated_claims
      from claim f
      where (
        f.valid_to = date '9999-12-31'
        and not (f.is_closed = true)
        and f.claim_status in (
          'Paid', 'Approved', 'Denied'
        )
        and f.carc is distinct from '18'
        and f.frequency_code is distinct from '7'
      )
    ) r
  )
select
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
