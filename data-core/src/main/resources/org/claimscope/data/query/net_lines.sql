-- What each billed line came to by the day: reversals and corrections added up (C5).
select
  l.source, l.claim_id, min(l.id) as id, l.procedure_code, l.revenue_code, l.modifiers,
  coalesce(l.service_date, r.service_date) as service_date,
  sum(l.billed) as billed, sum(l.paid) as paid, sum(l.allowed) as allowed, max(l.units) as units,
  max(r.payment_date) as adjudicated_date, min(m.payer_id) as payer_id, min(m.payer_name) as payer_name,
  min(l.delivery_id) as delivery_id, min(l.line) as line
from remittance_line l
join remittance_claim r on r.source = l.source and r.id = l.remittance_claim_id
left join remittance m on m.source = r.source and m.id = r.remittance_id
where coalesce(r.status, '1') not in ('2', '3', '20', '21', '23', '25') and r.payment_date <= :as_of and l.allowed <> 0
group by l.source, l.claim_id, l.line_control_number, l.procedure_code, l.revenue_code, l.modifiers,
  coalesce(l.service_date, r.service_date)
having sum(l.allowed) > 0
