-- What was denied of whole claims, above their lines.
select source, remittance_claim_id, sum(adjusted) as denied
from adjustment
where level = 'claim' and adjusted > 0
  and denial_class in :denial_classes
group by source, remittance_claim_id
