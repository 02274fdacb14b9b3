-- by visit: encounter_id
-- uses: claims_now, voided
-- Encounters whose claim was taken back.
select c.source, c.encounter_id
from voided v join claims_now c on c.source = v.source and c.id = v.family_id
where c.encounter_id is not null
group by c.source, c.encounter_id
