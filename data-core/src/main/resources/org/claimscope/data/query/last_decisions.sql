-- uses: reversals
-- The newest decision about each claim that stands, of its first payer if that one answered: no
-- reversals (22), none that one took back, no prices told in advance (25), no claims that are another
-- payer's (23).
select
  r.source, r.id, r.claim_id, r.remittance_id, coalesce(r.payment_date, m.payment_date) as payment_date,
  r.billed, r.allowed, r.paid, r.patient_responsibility, r.denied, r.denial_carc
from remittance_claim r
left join remittance m on m.source = r.source and m.id = r.remittance_id
anti join reversals v on v.source = r.source and v.reversed_id = r.id
where coalesce(r.status, '1') not in ('22', '23', '25') and coalesce(r.payment_date, m.payment_date) <= :as_of
qualify row_number() over (
  partition by r.source, r.claim_id
  order by coalesce(r.status, '1') in ('2', '3', '20', '21'), coalesce(r.payment_date, m.payment_date) desc, r.id desc) = 1
