-- by visit: id
-- The first charge of each encounter. Charges that were all taken back by the day are none (C6).
select
  source, coalesce(encounter_id, id) as id, encounter_id, min(claim_id) as claim_id,
  arg_min(patient_id, (posted_date, id)) as patient_id, arg_min(facility_id, (posted_date, id)) as facility_id,
  arg_min(department_id, (posted_date, id)) as department_id, arg_min(provider_id, (posted_date, id)) as provider_id,
  arg_min(payer_id, (posted_date, id)) as payer_id, min(procedure_code) as procedure_code,
  min(diagnosis_code) as diagnosis_code, arg_min(service_date, (posted_date, id)) as service_date,
  min(posted_date) as posted_date, sum(billed) as billed,
  date_diff('day', arg_min(service_date, (posted_date, id)), min(posted_date)) as charge_lag,
  arg_min(delivery_id, (posted_date, id)) as delivery_id, arg_min(line, (posted_date, id)) as line
from transaction
where billed <> 0 and posted_date <= :as_of and service_date is not null
group by source, coalesce(encounter_id, id), encounter_id
having sum(billed) > 0
