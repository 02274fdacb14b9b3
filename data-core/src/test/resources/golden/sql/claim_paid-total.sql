with
  claims_submission_date_period as (
    select sum(r.claim_paid) claim_paid
    from (
      select coalesce(
        f.paid,
        0
      ) claim_paid
      from claim f
      where (
        f.valid_to = date '9999-12-31'
        and not (f.is_closed = true)
      )
    ) r
  )
select coalesce(claims_submission_date_period.claim_paid, 0) claim_paid
from claims_submission_date_period
