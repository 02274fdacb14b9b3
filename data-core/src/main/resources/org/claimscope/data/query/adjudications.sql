-- by claim: claim_id
-- uses: claims_now, decided_by_status, first_decisions
select
  s.*, coalesce(s.paid, 0) = 0 as is_zero_paid,
  cast(case when s.is_denied then greatest(coalesce(s.denied, s.billed), 0) else 0 end + greatest(s.allowed, 0)
    as decimal(18, 2)) as expected
from decided_by_status s
union all by name
select
  d.source, d.id, d.claim_id, c.encounter_id, c.patient_id, c.facility_id, c.department_id, c.provider_id,
  coalesce(c.payer_id, d.payer_id) as payer_id, coalesce(c.payer_name, d.payer_name) as payer_name, c.payer_type,
  case when d.paid > 0 then 'Paid' when d.denied > 0 and d.allowed = 0 then 'Denied' else 'Approved' end as claim_status,
  d.denial_group_code as group_code, d.denial_carc as carc, c.frequency_code, cast(null as varchar) as procedure_code,
  coalesce(d.service_date, c.service_date) as service_date, c.submitted_date, d.adjudicated_date, d.payment_date,
  d.billed, d.paid, d.patient_responsibility, c.deductible, c.coinsurance, c.copay, d.denied, d.allowed,
  d.denied > 0 as is_denied, d.delivery_id, d.line, d.paid = 0 as is_zero_paid,
  cast(d.allowed + d.denied as decimal(18, 2)) as expected
from first_decisions d
left join claims_now c on c.source = d.source and c.id = d.claim_id
