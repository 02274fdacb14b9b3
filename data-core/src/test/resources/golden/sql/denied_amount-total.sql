with
  claims_adjudication_date_period as (
    select sum(r.denied_amount) denied_amount
    from (
      select coalesce(
        f.denied,
        0
      ) denied_amount
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
      )
    ) r
  )
select coalesce(claims_adjudication_date_period.denied_amount, 0) denied_amount
from claims_adjudication_date_period
