-- uses: claims_now, remitting, family_claims, primary_decisions, first_answers
-- Families that were paid, or paid more, after a denial: by a later decision; where a source sends no
-- remittances, by the claim that replaced it, or by a payment of the payer that the first answer did
-- not bring; or by an appeal.
select a.source, a.family_id
from first_answers a
join (
  select d.source, coalesce(m.family_id, d.family_id) as family_id, d.adjudicated_date, d.paid
  from primary_decisions d
  left join family_claims m on m.source = d.source and m.claim_id = d.family_id) p
  on p.source = a.source and p.family_id = a.family_id
where a.is_denied and p.adjudicated_date > a.answered_date and p.paid > a.paid
union
select a.source, a.family_id
from first_answers a
join family_claims m on m.source = a.source and m.family_id = a.family_id
join claims_now c on c.source = m.source and c.id = m.claim_id
where a.is_denied and c.paid > 0 and c.claim_status in ('Paid', 'Approved')
  and coalesce(c.payment_date, c.adjudicated_date) <= :as_of
  and a.source not in (select source from remitting)
union
select a.source, a.family_id
from first_answers a
join transaction t on t.source = a.source and t.claim_id = a.family_id
where a.is_denied and t.paid > 0 and t.payment_source is distinct from 'Patient' and t.payment_date <= :as_of
  and a.source not in (select source from remitting)
group by a.source, a.family_id, a.is_whole
having a.is_whole or count(distinct t.payment_date) > 1
union
select p.source, coalesce(m.family_id, p.claim_id)
from appeal p
left join family_claims m on m.source = p.source and m.claim_id = p.claim_id
where p.outcome in ('Favourable', 'Partly favourable') and p.decided_date <= :as_of
