with
  encounters_service_date_period as (
    select cast(
      sum(r.encounter_count)
      as bigint
    ) encounter_count
    from (
      select 1 encounter_count
      from encounter f
    ) r
  )
select coalesce(encounters_service_date_period.encounter_count, 0) encounter_count
from encounters_service_date_period
