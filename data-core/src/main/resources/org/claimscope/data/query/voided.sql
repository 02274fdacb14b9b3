-- uses: claims_now, families
-- Families that were taken back (frequency 8) by the day (C6).
select v.source, coalesce(f.family_id, v.claim_id) as family_id
from (
  select source, id as claim_id from claims_now where frequency_code = '8' or claim_status = 'Voided'
  union
  select source, claim_id from submission where frequency_code = '8' and submitted_date <= :as_of) v
left join families f on f.source = v.source and f.claim_id = v.claim_id
group by v.source, coalesce(f.family_id, v.claim_id)
