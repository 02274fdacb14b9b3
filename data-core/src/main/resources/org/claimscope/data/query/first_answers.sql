-- uses: family_claims, first_decisions, decided_by_status
-- What was decided first about each family, and when. A family that was sent again under another
-- number has the answer to the first of them.
select
  source, family_id, min(adjudicated_date) as answered_date,
  arg_min(is_denied, (adjudicated_date, id)) as is_denied, arg_min(is_whole, (adjudicated_date, id)) as is_whole,
  arg_min(paid, (adjudicated_date, id)) as paid
from (
  select d.source, coalesce(m.family_id, d.family_id) as family_id, d.id, d.adjudicated_date,
    d.denied > 0 as is_denied, d.denied >= d.billed as is_whole, d.paid
  from first_decisions d
  left join family_claims m on m.source = d.source and m.claim_id = d.family_id
  union all
  select s.source, coalesce(m.family_id, s.id), s.id, s.adjudicated_date,
    s.is_denied, coalesce(s.denied, s.billed) >= s.billed, coalesce(s.paid, 0)
  from decided_by_status s
  left join family_claims m on m.source = s.source and m.claim_id = s.id) a
where adjudicated_date <= :as_of
group by source, family_id
