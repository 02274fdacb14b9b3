-- by claim: claim_id
-- uses: claims_now, sendings, repeated, turned_away, first_payments, voided
-- One row a family: when it was first sent and first accepted, and whether the provider sent it again.
select
  g.source, g.family_id as id, g.family_id as claim_id, g.encounter_id, c.patient_id, g.facility_id,
  g.department_id, g.provider_id, g.payer_id, coalesce(c.payer_name, g.payer_name) as payer_name, c.payer_type,
  c.claim_status, c.group_code, c.carc, c.frequency_code, coalesce(c.service_date, g.service_date) as service_date,
  g.submitted_date, coalesce(g.accepted_date, g.submitted_date) as accepted_date,
  p.remit_date as adjudicated_date, p.payment_date, c.billed, c.allowed, c.paid, c.patient_responsibility,
  c.deductible, c.coinsurance, c.copay, c.denied, g.is_reworked, v.family_id is not null as is_void,
  date_diff('day', coalesce(e.discharge_date, c.discharge_date, c.service_date), g.submitted_date) as bill_lag,
  date_diff('day', coalesce(e.discharge_date, c.discharge_date, c.service_date),
    coalesce(g.accepted_date, g.submitted_date)) as accepted_lag,
  date_diff('day', coalesce(g.accepted_date, g.submitted_date), p.payment_date) as payment_lag,
  date_diff('day', coalesce(g.accepted_date, g.submitted_date), p.remit_date) as remit_lag,
  g.delivery_id, g.line
from (
  select s.source, coalesce(t.family_id, s.family_id) as family_id,
    min(s.submitted_date) filter (where s.frequency_code not in ('7', '8')) as submitted_date,
    min(s.submitted_date) filter (where s.frequency_code not in ('7', '8') and away.id is null) as accepted_date,
    bool_or(s.frequency_code in ('7', '8'))
      or count(s.submitted_date) filter (where s.frequency_code in ('1', '6')) > 1 as is_reworked,
    min(s.encounter_id) as encounter_id, min(s.facility_id) as facility_id, min(s.department_id) as department_id,
    min(s.provider_id) as provider_id, min(s.payer_id) as payer_id, min(s.payer_name) as payer_name,
    min(s.service_date) as service_date, min(s.delivery_id) as delivery_id, min(s.line) as line
  from sendings s
  left join repeated t on t.source = s.source and t.claim_id = s.claim_id
  left join turned_away away on away.source = s.source and away.id = s.id
  group by s.source, coalesce(t.family_id, s.family_id)) g
left join claims_now c on c.source = g.source and c.id = g.family_id
left join encounter e on e.source = g.source and e.id = g.encounter_id
left join first_payments p on p.source = g.source and p.family_id = g.family_id
left join voided v on v.source = g.source and v.family_id = g.family_id
