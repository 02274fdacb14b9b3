-- uses: remitted_claims
-- Payments with their explanation (835 BPR to SE) and the payment check: BPR02 is the sum of CLP04
-- less the sum of PLB. From the rows and not from one file: a payment may come in two parts.
-- A payment is of a facility, department or clinician when all its claims are.
select
  s.*,
  case
    when s.payment_difference <> 0 then 'Payment off'
    when s.claims_off > 0 then 'Claims off'
    when s.lines_off > 0 then 'Lines off'
    else 'Balanced' end as balance_state,
  s.payment_difference <> 0 or s.claims_off > 0 or s.lines_off > 0 as is_unbalanced
from (
  select
    m.source, m.id, m.id as remittance_id, m.trace_number,
    c.facility_id, c.department_id, c.provider_id, m.payer_id, m.payer_name, c.payer_type,
    m.payment_method, m.payment_date, m.production_date, m.paid,
    cast(coalesce(c.billed, 0) as decimal(18, 2)) as billed,
    cast(coalesce(c.adjusted, 0) as decimal(18, 2)) as adjusted,
    cast(coalesce(c.patient_responsibility, 0) as decimal(18, 2)) as patient_responsibility,
    cast(coalesce(c.paid, 0) as decimal(18, 2)) as claims_paid,
    cast(coalesce(p.adjusted, m.provider_adjusted, 0) as decimal(18, 2)) as provider_adjusted,
    cast(coalesce(m.paid, 0) - coalesce(c.paid, 0) + coalesce(p.adjusted, m.provider_adjusted, 0) as decimal(18, 2))
      as payment_difference,
    cast(coalesce(c.claim_difference, 0) as decimal(18, 2)) as claim_difference,
    cast(coalesce(c.line_difference, 0) as decimal(18, 2)) as line_difference,
    coalesce(c.claims, 0) as claims, coalesce(c.claims_off, 0) as claims_off,
    cast(coalesce(c.lines_off, 0) as bigint) as lines_off, coalesce(c.reversals, 0) as reversals,
    coalesce(c.unmatched, 0) as unmatched, m.delivery_id, m.line
  from remittance m
  left join (
    select
      source, remittance_id, count(*) as claims, sum(billed) as billed, sum(adjusted) as adjusted, sum(paid) as paid,
      sum(patient_responsibility) as patient_responsibility,
      count(*) filter (where claim_difference <> 0) as claims_off, sum(lines_off) as lines_off,
      sum(abs(claim_difference)) as claim_difference, sum(line_difference) as line_difference,
      count(*) filter (where is_reversal) as reversals, count(*) filter (where is_unmatched) as unmatched,
      case when min(facility_id) = max(facility_id) then min(facility_id) end as facility_id,
      case when min(department_id) = max(department_id) then min(department_id) end as department_id,
      case when min(provider_id) = max(provider_id) then min(provider_id) end as provider_id,
      max(payer_type) as payer_type
    from remitted_claims
    group by source, remittance_id) c
    on c.source = m.source and c.remittance_id = m.id
  left join (
    select source, remittance_id, sum(adjusted) as adjusted
    from adjustment where remittance_claim_id is null
    group by source, remittance_id) p
    on p.source = m.source and p.remittance_id = m.id) s
