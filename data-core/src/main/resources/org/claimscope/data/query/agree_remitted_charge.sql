-- uses: claims_now, reversals, last_decisions
-- What a claim charges, and what its payer says that it charges (835 CLP03).
select c.source, c.id, c.billed as one, d.billed as other
from claims_now c join last_decisions d on d.source = c.source and d.claim_id = c.id
where c.billed is not null and d.billed is not null
