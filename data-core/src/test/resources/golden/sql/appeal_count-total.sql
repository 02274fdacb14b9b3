with
  appeals_submission_date_period as (
    select cast(
      sum(r.appeal_count)
      as bigint
    ) appeal_count
    from (
      select 1 appeal_count
      from appeal f
    ) r
  )
select coalesce(appeals_submission_date_period.appeal_count, 0) appeal_count
from appeals_submission_date_period
