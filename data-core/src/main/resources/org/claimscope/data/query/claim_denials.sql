-- What was denied of whole claims, above their lines.
select source, remittance_claim_id, sum(adjusted) as denied
from adjustment
where level = 'claim' and adjusted > 0
  and denial_class in ('AUTHORIZATION', 'TIMELY_FILING', 'MEDICAL_NEED', 'CODING', 'INFORMATION',
    'NOT_COVERED', 'PROVIDER', 'ELIGIBILITY', 'OTHER_PAYER')
group by source, remittance_claim_id
