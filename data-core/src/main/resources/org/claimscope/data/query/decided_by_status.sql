-- uses: claims_now, remitting
-- Claims that their status says are decided, of sources without remittances: denied by status,
-- rejected is front-end; duplicates (18) and replacements (7) are no first decisions.
select
  source, id, id as claim_id, encounter_id, patient_id, facility_id, department_id, provider_id,
  payer_id, payer_name, payer_type, claim_status, group_code, carc, frequency_code,
  cast(null as varchar) as procedure_code, service_date, submitted_date,
  coalesce(adjudicated_date, submitted_date) as adjudicated_date, payment_date,
  billed, paid, patient_responsibility, deductible, coinsurance, copay, denied,
  coalesce(allowed, coalesce(paid, 0)
    + coalesce(patient_responsibility, coalesce(deductible, 0) + coalesce(coinsurance, 0) + coalesce(copay, 0)))
    as allowed,
  coalesce(claim_status = 'Denied' or denied > 0, false) as is_denied, delivery_id, line
from claims_now
where claim_status in ('Paid', 'Approved', 'Denied') and carc is distinct from '18'
  and frequency_code is distinct from '7' and source not in (select source from remitting)
