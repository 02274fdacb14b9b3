-- by visit: encounter_id
-- Whether the notes of each encounter are signed. What a claim brings along (NTE, PWK) documents no care.
select source, encounter_id,
  case when bool_and(status = 'Signed' and coalesce(signed_date, service_date, :as_of) <= :as_of) then 'Complete'
    else 'Incomplete' end as documentation_status
from note
where encounter_id is not null and coalesce(status, 'Unsigned') in ('Signed', 'Unsigned')
  and not starts_with(coalesce(note_type, ''), 'Claim note ') and not starts_with(coalesce(note_type, ''), 'Attachment ')
  and coalesce(service_date, :as_of) <= :as_of
group by source, encounter_id
