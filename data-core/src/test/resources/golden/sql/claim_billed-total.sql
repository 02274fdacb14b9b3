with
  claims_submission_date_period as (
    select sum(r.claim_billed) claim_billed
    from (
      select coalesce(
        f.billed,
        0
      ) claim_billed
      from claim f
      where (
        f.valid_to = date '9999-12-31'
        and not (f.is_closed = true)
      )
    ) r
  )
select coalesce(claims_submission_date_period.claim_billed, 0) claim_billed
from claims_submission_date_period
