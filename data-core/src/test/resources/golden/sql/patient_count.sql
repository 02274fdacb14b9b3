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
    select
      r.payer,
      r.payer_key,
      r.period,
      count(distinct r.patient_count) patient_count
    from (
      select
        case
          when payer.id is not null then coalesce(
            payer.name,
            '(none)'
          )
          else case
            when f.payer_id is null then '(none)'
            else '(unmatched)'
          end
        end payer,
        (payer.source || '/' || payer.id) payer_key,
        cast(date_trunc('month', f.service_date) as date) period,
        (f.source || '/' || coalesce(
          survivor.survivor_id,
          f.patient_id
        )) patient_count
      from encounter f
        left outer join merged_patients_now survivor
          on (
            survivor.source = f.source
            and survivor.patient_id = f.patient_id
          )
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
      where (
        f.service_date >= date '2025-04-01'
        and f.service_date <= date '2025-06-30'
      )
    ) r
    group by r.payer, r.payer_key, r.period
  )
select
  encounters_service_date_period.payer,
  encounters_service_date_period.payer_key,
  encounters_service_date_period.period,
  coalesce(encounters_service_date_period.patient_count, 0) patient_count
from encounters_service_date_period
order by
  encounters_service_date_period.payer asc nulls last,
  encounters_service_date_period.payer_key asc nulls last,
  encounters_service_date_period.period asc nulls last
