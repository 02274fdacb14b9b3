-- uses: families
-- What first payers decided: no reversals (22), no prices told in advance (25), no claims that are
-- another payer's (23), no states before a decision (4010), no second or third payers (C11), and no
-- answer that only says "duplicate" (CARC 18).
select
  r.source, r.id, r.claim_id, coalesce(f.family_id, r.claim_id) as family_id,
  coalesce(m.production_date, r.payment_date) as adjudicated_date, r.payment_date,
  r.billed, r.paid, r.patient_responsibility, r.allowed, r.denied, r.denial_group_code, r.denial_carc,
  r.service_date, m.payer_id, m.payer_name, r.delivery_id, r.line
from remittance_claim r
left join remittance m on m.source = r.source and m.id = r.remittance_id
left join families f on f.source = r.source and f.claim_id = r.claim_id
where coalesce(r.status, '1') not in
    ('2', '3', '20', '21', '22', '23', '25', '5', '10', '13', '15', '16', '17', '27', '30')
  and coalesce(m.production_date, r.payment_date) <= :as_of
  and not (
    r.paid = 0 and r.denied = 0 and r.allowed = 0
    and exists (
      select 1 from adjustment a
      where a.source = r.source and a.remittance_claim_id = r.id and a.denial_class = 'DUPLICATE'))
