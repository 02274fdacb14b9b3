with
  claims_submission_date_period as (
    select cast(
      sum(r.claim_count)
      as bigint
    ) claim_count
    from (
      select 1 claim_count
      from claim f
      where (
        f.valid_to = date '9999-12-31'
        and not (f.is_closed = true)
      )
    ) r
  )
select coalesce(claims_submission_date_period.claim_count, 0) claim_count
from claims_submission_date_period
