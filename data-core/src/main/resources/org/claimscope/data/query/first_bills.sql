-- by visit: encounter_id
-- When each encounter was first final billed (entered the claims tool) and first sent.
select source, encounter_id, min(entered_date) as entered_date, min(submitted_date) as submitted_date
from (
  select source, encounter_id, coalesce(entered_date, submitted_date) as entered_date, submitted_date from submission
  union all
  select source, encounter_id, submitted_date, submitted_date from claim) bills
where encounter_id is not null
group by source, encounter_id
