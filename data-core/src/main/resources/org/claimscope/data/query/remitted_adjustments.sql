-- uses: remitted_claims, remittances
-- Why billed is not paid: CAS of lines and claims by group and reason, PLB of the payment as group
-- PLB. Positive takes from the payment.
select
  a.source, a.id, a.remittance_id, m.trace_number, a.claim_id,
  case when a.remittance_claim_id is null then m.facility_id else c.facility_id end as facility_id,
  case when a.remittance_claim_id is null then m.department_id else c.department_id end as department_id,
  case when a.remittance_claim_id is null then m.provider_id else c.provider_id end as provider_id,
  m.payer_id, m.payer_name, coalesce(c.payer_type, m.payer_type) as payer_type,
  case when a.remittance_claim_id is null then 'PLB' else a.group_code end as adjustment_group,
  a.carc as adjustment_reason, a.reference, a.level, coalesce(a.payment_date, m.payment_date) as payment_date,
  a.adjusted, a.remittance_claim_id is null as is_provider_level, a.delivery_id, a.line
from adjustment a
left join remittances m on m.source = a.source and m.id = a.remittance_id
left join remitted_claims c on c.source = a.source and c.id = a.remittance_claim_id
