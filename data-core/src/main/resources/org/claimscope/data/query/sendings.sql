-- uses: claims_now, families
-- Every time a claim entered the claims tool or was sent to its first payer. A claim that nobody
-- tells the sendings of was sent once, on its own day.
select
  s.source, s.id, s.claim_id, coalesce(f.family_id, s.claim_id) as family_id,
  coalesce(s.frequency_code, '1') as frequency_code, coalesce(s.entered_date, s.submitted_date) as entered_date,
  case when s.submitted_date <= :as_of then s.submitted_date end as submitted_date, s.edit_outcome,
  s.encounter_id, s.patient_id, s.facility_id, s.department_id, s.provider_id, s.payer_id, s.payer_name,
  s.billed, s.service_date, s.delivery_id, s.line
from submission s
left join families f on f.source = s.source and f.claim_id = s.claim_id
where coalesce(s.entered_date, s.submitted_date) <= :as_of and coalesce(s.payer_rank, '1') = '1'
union all
select
  c.source, c.id, c.id, coalesce(f.family_id, c.id), coalesce(c.frequency_code, '1'), c.submitted_date,
  c.submitted_date, case when c.claim_status = 'Rejected' then 'Rejected' end,
  c.encounter_id, c.patient_id, c.facility_id, c.department_id, c.provider_id, c.payer_id, c.payer_name,
  c.billed, c.service_date, c.delivery_id, c.line
from claims_now c
left join families f on f.source = c.source and f.claim_id = c.id
where c.submitted_date <= :as_of
  and not exists (select 1 from submission s where s.source = c.source and s.claim_id = c.id)
