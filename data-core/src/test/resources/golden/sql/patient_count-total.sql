create temp table merged_patients_now as (
-- Patients that were merged into another, by their sender or at the desk, and whom each is now. Chains are followed to
-- their end. A number that nobody has is not followed, and neither is a circle.
select source, id as patient_id, arg_max(survivor_id, depth) as survivor_id
from (
  with recursive merges as (
    select p.source, p.id, p.merged_into
    from patient p
    join patient s on s.source = p.source and s.id = p.merged_into
      and s.valid_to = date '9999-12-31' and not s.is_closed
    where p.merged_into <> p.id and p.valid_to = date '9999-12-31' and not p.is_closed),
  chain(source, id, survivor_id, depth) as (
    select source, id, merged_into, 1 from merges
    union all
    select c.source, c.id, m.merged_into, c.depth + 1
    from chain c join merges m on m.source = c.source and m.id = c.survivor_id
    where c.depth < 32)
  select source, id, survivor_id, depth from chain) followed
group by source, id
having max(depth) < 32
);

with
  encounters_service_date_period as (
    select count(distinct r.patient_count) patient_count
    from (
      select (f.source || '/' || coalesce(
        survivor.survivor_id,
        f.patient_id
      )) patient_count
      from encounter f
        left outer join merged_patients_now survivor
          on (
            survivor.source = f.source
            and survivor.patient_id = f.patient_id
          )
    ) r
  )
select coalesce(encounters_service_date_period.patient_count, 0) patient_count
from encounters_service_date_period
