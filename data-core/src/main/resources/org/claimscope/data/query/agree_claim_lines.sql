-- uses: claims_now
-- What a claim charges, and what its lines do (837 CLM02 and SV1, SV2).
select c.source, c.id, c.billed as one, l.billed as other
from claims_now c
join (
  select source, claim_id, sum(billed) as billed from claim_line group by source, claim_id) l
  on l.source = c.source and l.claim_id = c.id
where c.billed is not null and l.billed is not null
