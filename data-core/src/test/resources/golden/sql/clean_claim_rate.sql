create temp table entries_now as (
with claims_now as (
-- Claims in the version that was valid on the day.
select * from claim where valid_from <= date '9999-12-30' and valid_to > date '9999-12-30' and not is_closed
),
control_numbers as (
-- The payer's numbers of claims (CLP07, REF*1K).
select source, payer_control_number, claim_id from remittance_claim where payer_control_number is not null
union
select source, payer_control_number, id from claims_now where payer_control_number is not null
),
claim_references as (
-- Claims that name what they replace or take back (837 REF*F8), with the claim that is meant: by the
-- payer's number of it (C4), else by its own, as plain extracts do.
select r.source, r.id, coalesce(min(n.claim_id), min(own.id)) as parent
from claims_now r
left join control_numbers n
  on n.source = r.source and n.payer_control_number = r.original_claim_id and n.claim_id <> r.id
left join claims_now own
  on own.source = r.source and own.id = r.original_claim_id and own.id <> r.id
where r.original_claim_id is not null
group by r.source, r.id
having coalesce(min(n.claim_id), min(own.id)) is not null
),
families as (
-- Each replacing or voiding claim with the first of its family. Claims that are not here are their own.
select source, id as claim_id, arg_max(root, steps) as family_id
from (
  with recursive up(source, id, root, steps) as (
    select source, id, parent, 1 from claim_references
    union all
    select up.source, up.id, r.parent, up.steps + 1
    from up join claim_references r on r.source = up.source and r.id = up.root
    where up.steps < 20)
  select * from up) chain
group by source, id
),
sendings as (
-- Every time a claim entered the claims tool or was sent to its first payer. A claim that nobody
-- tells the sendings of was sent once, on its own day.
select
  s.source, s.id, s.claim_id, coalesce(f.family_id, s.claim_id) as family_id,
  coalesce(s.frequency_code, '1') as frequency_code, coalesce(s.entered_date, s.submitted_date) as entered_date,
  case when s.submitted_date <= date '9999-12-30' then s.submitted_date end as submitted_date, s.edit_outcome,
  s.encounter_id, s.patient_id, s.facility_id, s.department_id, s.provider_id, s.payer_id, s.payer_name,
  s.billed, s.service_date, s.delivery_id, s.line
from submission s
left join families f on f.source = s.source and f.claim_id = s.claim_id
where coalesce(s.entered_date, s.submitted_date) <= date '9999-12-30' and coalesce(s.payer_rank, '1') = '1'
union all
select
  c.source, c.id, c.id, coalesce(f.family_id, c.id), coalesce(c.frequency_code, '1'), c.submitted_date,
  c.submitted_date, case when c.claim_status = 'Rejected' then 'Rejected' end,
  c.encounter_id, c.patient_id, c.facility_id, c.department_id, c.provider_id, c.payer_id, c.payer_name,
  c.billed, c.service_date, c.delivery_id, c.line
from claims_now c
left join families f on f.source = c.source and f.claim_id = c.id
where c.submitted_date <= date '9999-12-30'
  and not exists (select 1 from submission s where s.source = c.source and s.claim_id = c.id)
),
repeated as (
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
),
turned_away as (
-- Sendings that were turned away at the front (277CA, 277, 999): the last one before each answer.
select r.source,
  arg_max(s.id, (case when s.submitted_date < r.status_date then s.submitted_date else date '0001-01-01' end, s.id)) as id
from (
  select distinct source, claim_id, status_date from acknowledgement
  where outcome = 'Rejected' and claim_id is not null and status_date <= date '9999-12-30') r
join sendings s on s.source = r.source and s.claim_id = r.claim_id and s.submitted_date <= r.status_date
group by r.source, r.claim_id, r.status_date
),
primary_decisions as (
-- What first payers decided: no reversals (22), no prices told in advance (25), no claims that are
-- another payer's (23), no states before a decision (4010), no second or third payers (C11), and no
-- answer that only says "duplicate" (CARC 18).
select
  r.source, r.id, r.claim_id, coalesce(f.family_id, r.claim_id) as family_id,
  coalesce(m.production_date, r.payment_date) as adjudicated_date, r.payment_date,
  r.billed, r.paid, r.patient_responsibility, r.allowed, r.denied, r.denial_group_code, r.denial_carc,
  r.service_date, m.payer_id, m.payer_name, r.delivery_id, r.line
from remittance_claim r
left join remittance m on m.source = r.source and m.id = r.remittance_id
left join families f on f.source = r.source and f.claim_id = r.claim_id
where coalesce(r.status, '1') not in
    ('2', '3', '20', '21', '22', '23', '25', '5', '10', '13', '15', '16', '17', '27', '30')
  and coalesce(m.production_date, r.payment_date) <= date '9999-12-30'
  and not (
    r.paid = 0 and r.denied = 0 and r.allowed = 0
    and exists (
      select 1 from adjustment a
      where a.source = r.source and a.remittance_claim_id = r.id and a.denial_class = 'DUPLICATE'))
)
-- Claims as they first entered the claims tool. What is sent again after it was turned away or denied
-- is the same claim; what is sent again while it waits or is paid is a duplicate, and enters anew (C7).
select
  s.source, s.id, s.claim_id, s.encounter_id, coalesce(c.patient_id, s.patient_id) as patient_id, s.facility_id,
  s.department_id, s.provider_id, coalesce(c.payer_id, s.payer_id) as payer_id,
  coalesce(c.payer_name, s.payer_name) as payer_name, c.payer_type, c.claim_status, c.group_code, c.carc,
  s.frequency_code, coalesce(c.service_date, s.service_date) as service_date, s.entered_date as submitted_date,
  c.adjudicated_date, c.payment_date, coalesce(s.billed, c.billed) as billed, c.allowed, c.paid,
  c.patient_responsibility, c.deductible, c.coinsurance, c.copay, c.denied,
  s.nth = 1 and t.claim_id is null and away.id is null and coalesce(s.edit_outcome, 'Passed') = 'Passed' as is_clean,
  s.delivery_id, s.line
from (
  select *, row_number() over (partition by source, claim_id order by entered_date, id) as nth
  from sendings where frequency_code not in ('7', '8')) s
left join repeated t on t.source = s.source and t.claim_id = s.claim_id
left join turned_away away on away.source = s.source and away.id = s.id
left join claims_now c on c.source = s.source and c.id = s.claim_id
where (s.nth = 1 and t.claim_id is null)
  or not exists (
      select 1 from acknowledgement r
      where r.source = s.source and r.claim_id = coalesce(t.family_id, s.claim_id) and r.outcome = 'Rejected'
        and r.status_date <= s.entered_date)
    and not exists (
      select 1 from primary_decisions d
      where d.source = s.source and d.claim_id = coalesce(t.family_id, s.claim_id) and d.denied > 0
        and d.adjudicated_date <= s.entered_date)
);

with
  entries_submission_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      cast(
        sum(r.clean_claims)
        as bigint
      ) clean_claims,
      cast(
        sum(r.entered_claims)
        as bigint
      ) entered_claims
    from (
      select
        coalesce(
          payer.name,
          f.payer_name,
          case
            when f.payer_id is null then '(none)'
            else '(unmatched)'
          end
        ) payer,
        coalesce(
          (payer.source || '/' || payer.id),
          (f.source || '/' || f.payer_name)
        ) payer_key,
        f.period period,
        f.clean_claims,
        f.entered_claims
      from (
        select
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', f.submitted_date) as date) period,
          sum(case
            when f.is_clean then 1
            else cast(0 as int)
          end) clean_claims,
          sum(1) entered_claims
        from (
          select
            entries.source,
            entries.id,
            entries.encounter_id,
            entries.patient_id,
            entries.facility_id,
            entries.department_id,
            entries.provider_id,
            entries.payer_id,
            entries.claim_id,
            entries.payer_name,
            entries.payer_type,
            entries.claim_status,
            entries.group_code,
            entries.carc,
            entries.frequency_code,
            entries.service_date,
            entries.submitted_date,
            entries.adjudicated_date,
            entries.payment_date,
            entries.billed,
            entries.allowed,
            entries.paid,
            entries.patient_responsibility,
            entries.deductible,
            entries.coinsurance,
            entries.copay,
            entries.denied,
            entries.is_clean,
            entries.delivery_id,
            entries.line
          from entries_now entries
        ) f
        where (
          f.submitted_date >= date '2025-04-01'
          and f.submitted_date <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', f.submitted_date) as date)
      ) f
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
    ) r
    group by r.payer, r.payer_key, r.period
  )
select
  entries_submission_date_period.payer,
  entries_submission_date_period.payer_key,
  entries_submission_date_period.period,
  (cast(
    coalesce(entries_submission_date_period.clean_claims, 0)
    as double
  ) / nullif(
    cast(
      coalesce(entries_submission_date_period.entered_claims, 0)
      as double
    ),
    0E0
  )) clean_claim_rate,
  coalesce(entries_submission_date_period.clean_claims, 0) clean_claim_rate_numerator,
  coalesce(entries_submission_date_period.entered_claims, 0) clean_claim_rate_denominator
from entries_submission_date_period
order by
  entries_submission_date_period.payer asc nulls last,
  entries_submission_date_period.payer_key asc nulls last,
  entries_submission_date_period.period asc nulls last
