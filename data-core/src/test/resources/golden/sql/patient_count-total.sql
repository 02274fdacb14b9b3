with
  encounters_service_date_period as (
    select count(distinct r.patient_count) patient_count
    from (
      select (f.source || '/' || f.patient_id) patient_count
      from encounter f
    ) r
  )
select coalesce(encounters_service_date_period.patient_count, 0) patient_count
from encounters_service_date_period
