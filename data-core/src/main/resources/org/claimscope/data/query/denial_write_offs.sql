-- uses: family_claims
-- Families that a denial was written off of, less what was put back.
select t.source, coalesce(m.family_id, t.claim_id) as family_id
from transaction t
left join family_claims m on m.source = t.source and m.claim_id = t.claim_id
where t.adjustment_type = 'Denial write-off' and t.claim_id is not null
  and coalesce(t.posted_date, t.service_date) <= :as_of
group by t.source, coalesce(m.family_id, t.claim_id)
having sum(t.adjusted) > 0
