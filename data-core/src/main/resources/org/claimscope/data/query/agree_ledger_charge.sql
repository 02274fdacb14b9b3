-- uses: claims_now
-- What a claim charges, and what the ledger charges on it.
select c.source, c.id, c.billed as one, t.billed as other
from claims_now c
join (
  select source, claim_id, sum(billed) as billed
  from transaction where claim_id is not null and billed is not null group by source, claim_id) t
  on t.source = c.source and t.claim_id = c.id
where c.billed is not null
