-- by claim: claim_id
-- uses: claims_now, net_lines
-- Lines that a payer allowed something for, each with what the contract in force on the day of service
-- says: never more than the charge. Without a contract row a line is unpriced.
select
  l.source, l.id, l.claim_id, c.encounter_id, c.patient_id, c.facility_id, c.department_id, c.provider_id,
  coalesce(c.payer_id, l.payer_id) as payer_id, coalesce(c.payer_name, l.payer_name) as payer_name, c.payer_type,
  c.claim_status, c.group_code, c.carc, c.frequency_code, l.procedure_code, l.service_date, c.submitted_date,
  l.adjudicated_date, c.payment_date, l.billed, l.allowed, l.paid, c.patient_responsibility, c.deductible,
  c.coinsurance, c.copay, c.denied, l.expected, l.expected is not null as is_priced,
  case when l.expected - l.allowed > greatest(5, l.expected * 0.02) then l.expected - l.allowed else 0 end as underpaid,
  l.delivery_id, l.line
from (
  select n.* replace (coalesce(n.service_date, own.service_date) as service_date),
    -- least() passes over what is absent, so an unpriced line must say so itself.
    cast(case when k.id is not null then least(n.billed, case
      when lower(k.method) like 'percent%' then round(n.billed * k.rate / 100, 2)
      else k.rate * greatest(coalesce(n.units, 1), 1) end) end as decimal(18, 2)) as expected
  from net_lines n
  left join claims_now own on own.source = n.source and own.id = n.claim_id
  left join contract k
    on k.source = n.source
    and (k.payer_id in (own.payer_id, n.payer_id)
      or k.payer_id is null and k.payer_name in (own.payer_name, n.payer_name))
    and (k.facility_id is null or k.facility_id = own.facility_id)
    and (k.procedure_code = n.procedure_code or k.procedure_code is null and k.revenue_code = n.revenue_code)
    and coalesce(k.effective_from, date '0001-01-01') <= coalesce(n.service_date, own.service_date)
    and coalesce(k.effective_to, date '9999-12-31') >= coalesce(n.service_date, own.service_date)
  qualify row_number() over (
    partition by n.source, n.id
    order by k.facility_id nulls last, k.procedure_code nulls last, k.effective_from desc nulls last, k.id) = 1) l
left join claims_now c on c.source = l.source and c.id = l.claim_id
