-- Pairs of numbers of one sender that may be one person, with what speaks for and against it.
-- A pair is looked at when it shares something few people share; what more than fifty share tells nothing.
with person as (
  select source, id, birth_date,
    nullif(regexp_replace(lower(strip_accents(last_name)), '[^\p{L}\p{N}]', '', 'g'), '') as last_name,
    nullif(regexp_replace(lower(strip_accents(first_name)), '[^\p{L}\p{N}]', '', 'g'), '') as first_name,
    nullif(upper(left(sex, 1)), 'U') as sex,
    nullif(right(regexp_replace(phone, '[^0-9]', '', 'g'), 10), '') as phone,
    nullif(regexp_replace(lower(strip_accents(address)), '[^\p{L}\p{N}]', '', 'g'), '') as address,
    nullif(left(regexp_replace(upper(postal_code), '[^0-9A-Z]', '', 'g'), 5), '') as postal_code,
    -- Clerks type such numbers when they have none.
    case when regexp_replace(ssn, '[^0-9]', '', 'g') similar to '[0-9]{9}'
      and regexp_replace(ssn, '[^0-9]', '', 'g') not in ('123456789', '987654321', '123121234', '078051120')
      and not regexp_replace(ssn, '[^0-9]', '', 'g') similar to '(0{9}|1{9}|2{9}|3{9}|4{9}|5{9}|6{9}|7{9}|8{9}|9{9}|000.*)'
      then regexp_replace(ssn, '[^0-9]', '', 'g') end as ssn
  from patient
  where valid_to = date '9999-12-31' and not is_closed and merged_into is null),
shared as (
  select source, id, 'ssn ' || ssn as what from person where ssn is not null
  union all select source, id, 'phone ' || phone from person where length(phone) >= 7
  union all select source, id, 'born ' || birth_date || last_name from person where birth_date is not null and last_name is not null
  union all select source, id, 'given ' || birth_date || first_name from person where birth_date is not null and first_name is not null
  union all select source, id, 'name ' || last_name || ' ' || first_name from person where last_name is not null and first_name is not null),
telling as (
  select source, what from shared group by source, what having count(*) between 2 and 50),
pairs as (
  select distinct a.source, a.id as one, b.id as other
  from shared a
  join telling t on t.source = a.source and t.what = a.what
  join shared b on b.source = a.source and b.what = a.what and a.id < b.id),
evidence as (
  select p.source, p.one, p.other,
    case when a.ssn = b.ssn then 'SAME' when damerau_levenshtein(a.ssn, b.ssn) = 1 then 'ALIKE' when a.ssn <> b.ssn then 'DIFFERENT' else 'UNKNOWN' end as ssn,
    case when a.birth_date = b.birth_date then 'SAME'
      when damerau_levenshtein(strftime(a.birth_date, '%Y%m%d'), strftime(b.birth_date, '%Y%m%d')) = 1
        or year(a.birth_date) = year(b.birth_date) and month(a.birth_date) = day(b.birth_date) and day(a.birth_date) = month(b.birth_date) then 'ALIKE'
      when a.birth_date <> b.birth_date then 'DIFFERENT' else 'UNKNOWN' end as birth_date,
    case when a.last_name = b.last_name then 'SAME' when jaro_winkler_similarity(a.last_name, b.last_name) >= 0.92 then 'ALIKE' when a.last_name <> b.last_name then 'DIFFERENT' else 'UNKNOWN' end as last_name,
    case when a.first_name = b.first_name then 'SAME'
      when jaro_winkler_similarity(a.first_name, b.first_name) >= 0.9
        or starts_with(a.first_name, b.first_name) or starts_with(b.first_name, a.first_name) then 'ALIKE'
      when a.first_name <> b.first_name then 'DIFFERENT' else 'UNKNOWN' end as first_name,
    case when a.sex = b.sex then 'SAME' when a.sex <> b.sex then 'DIFFERENT' else 'UNKNOWN' end as sex,
    case when a.phone = b.phone then 'SAME' when a.phone <> b.phone then 'DIFFERENT' else 'UNKNOWN' end as phone,
    case when a.address = b.address then 'SAME' when jaro_winkler_similarity(a.address, b.address) >= 0.92 then 'ALIKE' when a.address <> b.address then 'DIFFERENT' else 'UNKNOWN' end as address,
    case when a.postal_code = b.postal_code then 'SAME' when a.postal_code <> b.postal_code then 'DIFFERENT' else 'UNKNOWN' end as postal_code
  from pairs p
  join person a on a.source = p.source and a.id = p.one
  join person b on b.source = p.source and b.id = p.other),
-- Bits of evidence (Fellegi and Sunter, 1969): log2 of how much likelier the agreement is for one person than for two.
weighed as (
  select *,
    case ssn when 'SAME' then 17 when 'ALIKE' then 8 when 'DIFFERENT' then -6 else 0 end
    + case birth_date when 'SAME' then 12 when 'ALIKE' then 5 when 'DIFFERENT' then -6 else 0 end
    + case last_name when 'SAME' then 7 when 'ALIKE' then 4 when 'DIFFERENT' then -5 else 0 end
    + case first_name when 'SAME' then 6 when 'ALIKE' then 4 when 'DIFFERENT' then -6 else 0 end
    + case sex when 'SAME' then 1 when 'DIFFERENT' then -4 else 0 end
    + case phone when 'SAME' then 9 when 'DIFFERENT' then -1 else 0 end
    + case address when 'SAME' then 8 when 'ALIKE' then 5 when 'DIFFERENT' then -1 else 0 end
    + case when address in ('SAME', 'ALIKE') then 0 when postal_code = 'SAME' then 3 when postal_code = 'DIFFERENT' then -2 else 0 end
    -- Twins share all but their first name.
    - case when birth_date = 'SAME' and first_name = 'DIFFERENT' and ssn <> 'SAME' and (last_name = 'SAME' or address = 'SAME') then 12 else 0 end as bits
  from evidence),
visits as (
  select source, patient_id, count(*) as visits from encounter where not is_closed group by source, patient_id)
select w.*, coalesce(a.visits, 0) as visits_one, coalesce(b.visits, 0) as visits_other
from weighed w
left join visits a on a.source = w.source and a.patient_id = w.one
left join visits b on b.source = w.source and b.patient_id = w.other
where w.bits >= 20
order by w.bits desc, w.source, w.one, w.other
limit 5000
