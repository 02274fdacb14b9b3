create temp table adjudicated_lines_now as (
with claims_now as (
-- Claims in the version that was valid on the day.
select * from claim where valid_from <= date '9999-12-30' and valid_to > date '9999-12-30' and not is_closed
),
remitting as (
-- Sources that send remittances. Of the others a claim's own status is all there is.
select distinct source from main.remittance_claim
),
decided_by_status as (
-- Claims that their status says are decided, of sources without remittances: denied by status,
-- rejected is front-end; duplicates (18) and replacements (7) are no first decisions.
select
  source, id, id as claim_id, encounter_id, patient_id, facility_id, department_id, provider_id,
  payer_id, payer_name, payer_type, claim_status, group_code, carc, frequency_code,
  cast(null as varchar) as procedure_code, service_date, submitted_date,
  coalesce(adjudicated_date, submitted_date) as adjudicated_date, payment_date,
  billed, paid, patient_responsibility, deductible, coinsurance, copay, denied,
  coalesce(allowed, coalesce(paid, 0)
    + coalesce(patient_responsibility, coalesce(deductible, 0) + coalesce(coinsurance, 0) + coalesce(copay, 0)))
    as allowed,
  coalesce(claim_status = 'Denied' or denied > 0, false) as is_denied, delivery_id, line
from claims_now
where claim_status in ('Paid', 'Approved', 'Denied') and carc is distinct from '18'
  and frequency_code is distinct from '7' and source not in (select source from remitting)
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
),
voided as (
-- Families that were taken back (frequency 8) by the day (C6).
select v.source, coalesce(f.family_id, v.claim_id) as family_id
from (
  select source, id as claim_id from claims_now where frequency_code = '8' or claim_status = 'Voided'
  union
  select source, claim_id from submission where frequency_code = '8' and submitted_date <= date '9999-12-30') v
left join families f on f.source = v.source and f.claim_id = v.claim_id
group by v.source, coalesce(f.family_id, v.claim_id)
),
first_decisions as (
-- The first decision of a first payer about each family that was not taken back: later corrections
-- and takebacks never rewrite it (C5).
select d.*
from primary_decisions d
anti join voided v on v.source = d.source and v.family_id = d.family_id
qualify row_number() over (partition by d.source, d.family_id order by d.adjudicated_date, d.id) = 1
),
line_denials as (
-- What each line was denied, with the reason that took most (C8).
select source, remittance_line_id, sum(adjusted) as denied,
  arg_max(group_code, (adjusted, id)) as group_code, arg_max(carc, (adjusted, id)) as carc
from adjustment
where level = 'line' and adjusted > 0
  and denial_class in ('AUTHORIZATION', 'TIMELY_FILING', 'MEDICAL_NEED', 'CODING', 'INFORMATION',
    'NOT_COVERED', 'PROVIDER', 'ELIGIBILITY', 'OTHER_PAYER')
group by source, remittance_line_id
),
claim_denials as (
-- What was denied of whole claims, above their lines.
select source, remittance_claim_id, sum(adjusted) as denied
from adjustment
where level = 'claim' and adjusted > 0
  and denial_class in ('AUTHORIZATION', 'TIMELY_FILING', 'MEDICAL_NEED', 'CODING', 'INFORMATION',
    'NOT_COVERED', 'PROVIDER', 'ELIGIBILITY', 'OTHER_PAYER')
group by source, remittance_claim_id
)
-- Where a source tells of no lines, the claim is one; where it does not say how much was denied, its
-- whole charge was.
select * replace (case when is_denied then coalesce(denied, billed) else 0 end as denied) from decided_by_status
union all by name
select
  d.source, coalesce(l.id, d.id) as id, d.claim_id, c.encounter_id, c.patient_id, c.facility_id, c.department_id,
  c.provider_id, coalesce(c.payer_id, d.payer_id) as payer_id, coalesce(c.payer_name, d.payer_name) as payer_name,
  c.payer_type,
  case when coalesce(l.paid, d.paid) > 0 then 'Paid' when n.denied > 0 or w.denied > 0 then 'Denied' else 'Approved' end as claim_status,
  coalesce(n.group_code, case when w.denied > 0 then d.denial_group_code end) as group_code,
  coalesce(n.carc, case when w.denied > 0 then d.denial_carc end) as carc,
  c.frequency_code, l.procedure_code,
  coalesce(l.service_date, d.service_date, c.service_date) as service_date, c.submitted_date, d.adjudicated_date, d.payment_date,
  coalesce(l.billed, d.billed) as billed, coalesce(l.paid, d.paid) as paid, d.patient_responsibility,
  c.deductible, c.coinsurance, c.copay,
  case
    when n.denied > 0 then l.billed
    -- Denied as a whole: every line is. Denied above its lines in part: as much as that.
    when w.denied > 0 and d.allowed = 0 then coalesce(l.billed, d.billed)
    when w.denied > 0 and l.id is null then least(w.denied, d.billed)
    else 0 end as denied,
  coalesce(l.allowed, d.allowed) as allowed,
  coalesce(n.denied > 0 or w.denied > 0, false) as is_denied,
  coalesce(l.delivery_id, d.delivery_id) as delivery_id, coalesce(l.line, d.line) as line
from first_decisions d
left join remittance_line l on l.source = d.source and l.remittance_claim_id = d.id
left join line_denials n on n.source = l.source and n.remittance_line_id = l.id
left join claim_denials w on w.source = d.source and w.remittance_claim_id = d.id
left join claims_now c on c.source = d.source and c.id = d.claim_id
);

with
  adjudicated_lines_adjudication_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.denied_amount) denied_amount
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
        f.denied_amount
      from (
        select
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', f.adjudicated_date) as date) period,
          sum(coalesce(
            f.denied,
            0
          )) denied_amount
        from (
          select
            adjudicated_lines.source,
            adjudicated_lines.id,
            adjudicated_lines.encounter_id,
            adjudicated_lines.patient_id,
            adjudicated_lines.facility_id,
            adjudicated_lines.department_id,
            adjudicated_lines.provider_id,
            adjudicated_lines.payer_id,
            adjudicated_lines.claim_id,
            adjudicated_lines.payer_name,
            adjudicated_lines.payer_type,
            adjudicated_lines.claim_status,
            adjudicated_lines.group_code,
            adjudicated_lines.carc,
            adjudicated_lines.frequency_code,
            adjudicated_lines.procedure_code,
            adjudicated_lines.service_date,
            adjudicated_lines.submitted_date,
            adjudicated_lines.adjudicated_date,
            adjudicated_lines.payment_date,
            adjudicated_lines.billed,
            adjudicated_lines.allowed,
            adjudicated_lines.paid,
            adjudicated_lines.patient_responsibility,
            adjudicated_lines.deductible,
            adjudicated_lines.coinsurance,
            adjudicated_lines.copay,
            adjudicated_lines.denied,
            adjudicated_lines.is_denied,
            adjudicated_lines.delivery_id,
            adjudicated_lines.line
          from adjudicated_lines_now adjudicated_lines
        ) f
        where (
          f.is_denied
          and f.adjudicated_date >= date '2025-04-01'
          and f.adjudicated_date <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', f.adjudicated_date) as date)
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
  adjudicated_lines_adjudication_date_period.payer,
  adjudicated_lines_adjudication_date_period.payer_key,
  adjudicated_lines_adjudication_date_period.period,
  coalesce(adjudicated_lines_adjudication_date_period.denied_amount, 0) denied_amount
from adjudicated_lines_adjudication_date_period
order by
  adjudicated_lines_adjudication_date_period.payer asc nulls last,
  adjudicated_lines_adjudication_date_period.payer_key asc nulls last,
  adjudicated_lines_adjudication_date_period.period asc nulls last
