-- uses: claims_now
-- Claims sent again under another number without saying what they replace (C7, rule R01): the same
-- patient, payer, provider, day and charge. With the claim they repeat.
select c.source, c.id as claim_id, g.first_id as family_id
from (
  select source, patient_id, coalesce(payer_id, payer_name) as payer, provider_id, service_date, billed,
    arg_min(id, (submitted_date, id)) as first_id, min(submitted_date) as first_sent
  from claims_now
  where patient_id is not null and service_date is not null and submitted_date is not null and billed > 0
    and original_claim_id is null and coalesce(frequency_code, '1') in ('1', '7', '8')
  group by all
  having count(*) > 1) g
join claims_now c
  on c.source = g.source and c.patient_id = g.patient_id
  and coalesce(c.payer_id, c.payer_name) is not distinct from g.payer
  and c.provider_id is not distinct from g.provider_id
  and c.service_date = g.service_date and c.billed = g.billed
where c.id <> g.first_id and c.submitted_date > g.first_sent
  and c.original_claim_id is null and coalesce(c.frequency_code, '1') = '1'
