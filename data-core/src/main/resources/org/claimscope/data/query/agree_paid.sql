-- What remittances pay on a claim (835 CLP04, reversals included), and what insurers paid on it by a ledger of its own.
-- Entries that an 835 made itself are no second opinion.
select r.source, r.claim_id as id, r.paid as one, coalesce(t.paid, 0) as other
from (
  select source, claim_id, sum(paid) as paid
  from remittance_claim where claim_id is not null and coalesce(status, '1') not in ('23', '25')
  group by source, claim_id) r
join (
  select t.source, t.claim_id,
    sum(t.paid) filter (where lower(coalesce(t.payment_source, 'insurer')) <> 'patient') as paid
  from transaction t
  anti join (select distinct delivery_id from remittance_claim) d on d.delivery_id = t.delivery_id
  where t.claim_id is not null
  group by t.source, t.claim_id) t
  on t.source = r.source and t.claim_id = r.claim_id
