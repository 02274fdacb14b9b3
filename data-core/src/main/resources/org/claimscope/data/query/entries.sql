-- by claim: claim_id
-- uses: claims_now, sendings, repeated, turned_away, primary_decisions
-- Claims as they first entered the claims tool. What is sent again after it was turned away or denied
-- is the same claim; what is sent again while it waits or is paid is a duplicate, and enters anew (C7).
select
  s.source, s.id, s.claim_id, s.encounter_id, coalesce(c.patient_id, s.patient_id) as patient_id, s.facility_id,
  s.department_id, s.provider_id, coalesce(c.payer_id, s.payer_id) as payer_id,
  coalesce(c.payer_name, s.payer_name) as payer_name, c.payer_type, c.claim_status, c.group_code, c.carc,
  s.frequency_code, coalesce(c.service_date, s.service_date) as service_date, s.entered_date as submitted_date,
  c.adjudicated_date, c.payment_date, coalesce(s.billed, c.billed) as billed, c.allowed, c.paid,
  c.patient_responsibility, c.deductible, c.coinsurance, c.copay, c.denied,
  s.nth = 1 and t.claim_id is null and away.id is null and coalesce(s.edit_outcome, 'Passed') = 'Passed' as is_clean,
  s.delivery_id, s.line
from (
  select *, row_number() over (partition by source, claim_id order by entered_date, id) as nth
  from sendings where frequency_code not in ('7', '8')) s
left join repeated t on t.source = s.source and t.claim_id = s.claim_id
left join turned_away away on away.source = s.source and away.id = s.id
left join claims_now c on c.source = s.source and c.id = s.claim_id
where (s.nth = 1 and t.claim_id is null)
  or not exists (
      select 1 from acknowledgement r
      where r.source = s.source and r.claim_id = coalesce(t.family_id, s.claim_id) and r.outcome = 'Rejected'
        and r.status_date <= s.entered_date)
    and not exists (
      select 1 from primary_decisions d
      where d.source = s.source and d.claim_id = coalesce(t.family_id, s.claim_id) and d.denied > 0
        and d.adjudicated_date <= s.entered_date)
