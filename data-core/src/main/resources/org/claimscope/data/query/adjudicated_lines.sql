-- by claim: claim_id
-- uses: claims_now, decided_by_status, first_decisions, line_denials, claim_denials
-- Where a source tells of no lines, the claim is one; where it does not say how much was denied, its
-- whole charge was.
select * replace (case when is_denied then coalesce(denied, billed) else 0 end as denied) from decided_by_status
union all by name
select
  d.source, coalesce(l.id, d.id) as id, d.claim_id, c.encounter_id, c.patient_id, c.facility_id, c.department_id,
  c.provider_id, coalesce(c.payer_id, d.payer_id) as payer_id, coalesce(c.payer_name, d.payer_name) as payer_name,
  c.payer_type,
  case when coalesce(l.paid, d.paid) > 0 then 'Paid' when n.denied > 0 or w.denied > 0 then 'Denied' else 'Approved' end as claim_status,
  coalesce(n.group_code, case when w.denied > 0 then d.denial_group_code end) as group_code,
  coalesce(n.carc, case when w.denied > 0 then d.denial_carc end) as carc,
  c.frequency_code, l.procedure_code,
  coalesce(l.service_date, d.service_date, c.service_date) as service_date, c.submitted_date, d.adjudicated_date, d.payment_date,
  coalesce(l.billed, d.billed) as billed, coalesce(l.paid, d.paid) as paid, d.patient_responsibility,
  c.deductible, c.coinsurance, c.copay,
  case
    when n.denied > 0 then l.billed
    -- Denied as a whole: every line is. Denied above its lines in part: as much as that.
    when w.denied > 0 and d.allowed = 0 then coalesce(l.billed, d.billed)
    when w.denied > 0 and l.id is null then least(w.denied, d.billed)
    else 0 end as denied,
  coalesce(l.allowed, d.allowed) as allowed,
  coalesce(n.denied > 0 or w.denied > 0, false) as is_denied,
  coalesce(l.delivery_id, d.delivery_id) as delivery_id, coalesce(l.line, d.line) as line
from first_decisions d
left join remittance_line l on l.source = d.source and l.remittance_claim_id = d.id
left join line_denials n on n.source = l.source and n.remittance_line_id = l.id
left join claim_denials w on w.source = d.source and w.remittance_claim_id = d.id
left join claims_now c on c.source = d.source and c.id = d.claim_id
