-- uses: billed_claims, line_checks, reversals
-- What payers decided about claims (835 CLP), each with its balance check (CLP03 less all CAS of the
-- claim and its lines is CLP04), the claim it belongs to, and what it takes back.
select
  r.source, r.id, r.remittance_id, m.trace_number, r.claim_id, b.encounter_id,
  coalesce(b.patient_id, r.patient_id) as patient_id, b.facility_id, b.department_id, b.provider_id,
  m.payer_id, m.payer_name, b.payer_type,
  case r.status
    when '1' then 'Primary' when '2' then 'Secondary' when '3' then 'Tertiary' when '4' then 'Denied'
    when '19' then 'Primary, forwarded' when '20' then 'Secondary, forwarded' when '21' then 'Tertiary, forwarded'
    when '22' then 'Reversal' when '23' then 'Not our claim, forwarded' when '25' then 'Predetermination'
    else r.status end as claim_status,
  r.denial_group_code as group_code, r.denial_carc as carc, r.frequency_code,
  coalesce(r.service_date, b.service_date) as service_date, b.submitted_date,
  coalesce(m.production_date, r.payment_date) as adjudicated_date, coalesce(r.payment_date, m.payment_date) as payment_date,
  r.billed, r.allowed, r.paid, r.patient_responsibility, r.denied,
  cast(coalesce(a.adjusted, 0) as decimal(18, 2)) as adjusted,
  cast(coalesce(r.billed, 0) - coalesce(a.adjusted, 0) - coalesce(r.paid, 0) as decimal(18, 2)) as claim_difference,
  cast(coalesce(l.line_difference, 0) as decimal(18, 2)) as line_difference,
  coalesce(l.lines_off, 0) as lines_off,
  case
    when b.id is not null then 'Matched'
    when r.claim_id is null then 'No claim number (CLP01)'
    when r.source not in (select source from billed_claims) then 'No claims of this source loaded'
    else 'No claim of this number was sent' end as match_state,
  v.reversed_id, v.reversed_remittance_id, v.reversed_date, v.reversed_paid, coalesce(r.status = '22', false) as is_reversal, b.id is null as is_unmatched,
  r.delivery_id, r.line
from remittance_claim r
left join remittance m on m.source = r.source and m.id = r.remittance_id
left join billed_claims b on b.source = r.source and b.id = r.claim_id
left join (
  select source, remittance_claim_id, sum(adjusted) as adjusted
  from adjustment where remittance_claim_id is not null
  group by source, remittance_claim_id) a
  on a.source = r.source and a.remittance_claim_id = r.id
left join line_checks l on l.source = r.source and l.remittance_claim_id = r.id
left join reversals v on v.source = r.source and v.id = r.id
