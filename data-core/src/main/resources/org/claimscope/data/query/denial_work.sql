-- uses: sendings, family_claims, first_answers
-- What was done about each denied family, and whether the payer has yet to answer it: appeals, and
-- what was sent after the answer.
select source, family_id, bool_or(is_appeal) as is_appealed, bool_or(not is_appeal) as is_resent,
  bool_or(waits) as waits
from (
  select p.source, coalesce(m.family_id, p.claim_id) as family_id, true as is_appeal,
    coalesce(p.decided_date > :as_of, true) as waits
  from appeal p
  left join family_claims m on m.source = p.source and m.claim_id = p.claim_id
  where p.sent_date <= :as_of
  union all
  select a.source, a.family_id, false, c.id is null and r.claim_id is null
  from first_answers a
  join (
    select n.source, n.claim_id, coalesce(m.family_id, n.family_id) as family_id, n.frequency_code, n.submitted_date
    from sendings n
    left join family_claims m on m.source = n.source and m.claim_id = n.claim_id) s
    on s.source = a.source and s.family_id = a.family_id
  left join claim c
    on c.source = s.source and c.id = s.claim_id and c.id <> a.family_id and c.adjudicated_date <= :as_of
    and c.valid_from <= :as_of and c.valid_to > :as_of and not c.is_closed
  left join (
    select source, claim_id, max(payment_date) as answered_date
    from remittance_claim where payment_date <= :as_of group by source, claim_id) r
    on r.source = s.source and r.claim_id = s.claim_id and r.answered_date >= s.submitted_date
  where a.is_denied and s.frequency_code <> '8' and (s.submitted_date > a.answered_date or s.frequency_code = '7')) w
group by source, family_id
