-- For each reversal (CLP02 = 22) the decision that it takes back: of the same claim and not later,
-- first of all the one with the opposite sums, before a correction in the reversal's own payment.
select r.source, r.id, o.id as reversed_id, o.remittance_id as reversed_remittance_id,
  o.payment_date as reversed_date, o.paid as reversed_paid
from remittance_claim r
join remittance_claim o
  on o.source = r.source and o.claim_id = r.claim_id and o.status is distinct from '22'
  and o.payment_date <= r.payment_date
where r.status = '22'
qualify row_number() over (
  partition by r.source, r.id
  order by coalesce(o.paid = -r.paid and o.billed = -r.billed, false) desc,
    coalesce(o.remittance_id = r.remittance_id, false),
    coalesce(o.payer_control_number = r.payer_control_number, false) desc, o.payment_date desc, o.id) = 1
