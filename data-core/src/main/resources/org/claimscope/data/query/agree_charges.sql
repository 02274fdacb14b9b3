-- What departments charge on a visit (DFT, FHIR ChargeItem), and what the ledger does.
select c.source, c.encounter_id as id, c.billed as one, t.billed as other
from (
  select source, encounter_id, sum(billed) as billed
  from charge where encounter_id is not null and billed is not null group by source, encounter_id) c
join (
  select t.source, t.encounter_id, sum(t.billed) as billed
  from transaction t
  anti join (select distinct delivery_id from charge) d on d.delivery_id = t.delivery_id
  where t.encounter_id is not null and t.billed is not null
  group by t.source, t.encounter_id) t
  on t.source = c.source and t.encounter_id = c.encounter_id
