-- uses: families, repeated
-- The family that each claim was sent for, where it is not the first of it: what says what it replaces,
-- and what was sent again without a word (C4, C7).
select source, claim_id, family_id from repeated
union all
select f.source, f.claim_id, f.family_id
from families f
anti join repeated t on t.source = f.source and t.claim_id = f.claim_id
