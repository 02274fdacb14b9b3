create temp table submissions_now as (
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
remitting as (
-- Sources that send remittances. Of the others a claim's own status is all there is.
select distinct source from main.remittance_claim
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
first_payments as (
-- When each family was first answered and first paid. Zero-pay remittances pay nothing.
select source, family_id, min(adjudicated_date) as remit_date,
  min(payment_date) filter (where paid > 0) as payment_date
from primary_decisions
group by source, family_id
union all
select c.source, c.id, c.adjudicated_date, coalesce(c.payment_date, t.payment_date)
from claims_now c
left join transaction t on t.source = c.source and t.id = c.transaction_id and t.paid > 0
where c.source not in (select source from remitting)
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
)
-- One row a family: when it was first sent and first accepted, and whether the provider sent it again.
select
  g.source, g.family_id as id, g.family_id as claim_id, g.encounter_id, c.patient_id, g.facility_id,
  g.department_id, g.provider_id, g.payer_id, coalesce(c.payer_name, g.payer_name) as payer_name, c.payer_type,
  c.claim_status, c.group_code, c.carc, c.frequency_code, coalesce(c.service_date, g.service_date) as service_date,
  g.submitted_date, coalesce(g.accepted_date, g.submitted_date) as accepted_date,
  p.remit_date as adjudicated_date, p.payment_date, c.billed, c.allowed, c.paid, c.patient_responsibility,
  c.deductible, c.coinsurance, c.copay, c.denied, g.is_reworked, v.family_id is not null as is_void,
  date_diff('day', coalesce(e.discharge_date, c.discharge_date, c.service_date), g.submitted_date) as bill_lag,
  date_diff('day', coalesce(e.discharge_date, c.discharge_date, c.service_date),
    coalesce(g.accepted_date, g.submitted_date)) as accepted_lag,
  date_diff('day', coalesce(g.accepted_date, g.submitted_date), p.payment_date) as payment_lag,
  date_diff('day', coalesce(g.accepted_date, g.submitted_date), p.remit_date) as remit_lag,
  g.delivery_id, g.line
from (
  select s.source, coalesce(t.family_id, s.family_id) as family_id,
    min(s.submitted_date) filter (where s.frequency_code not in ('7', '8')) as submitted_date,
    min(s.submitted_date) filter (where s.frequency_code not in ('7', '8') and away.id is null) as accepted_date,
    bool_or(s.frequency_code in ('7', '8'))
      or count(s.submitted_date) filter (where s.frequency_code in ('1', '6')) > 1 as is_reworked,
    min(s.encounter_id) as encounter_id, min(s.facility_id) as facility_id, min(s.department_id) as department_id,
    min(s.provider_id) as provider_id, min(s.payer_id) as payer_id, min(s.payer_name) as payer_name,
    min(s.service_date) as service_date, min(s.delivery_id) as delivery_id, min(s.line) as line
  from sendings s
  left join repeated t on t.source = s.source and t.claim_id = s.claim_id
  left join turned_away away on away.source = s.source and away.id = s.id
  group by s.source, coalesce(t.family_id, s.family_id)) g
left join claims_now c on c.source = g.source and c.id = g.family_id
left join encounter e on e.source = g.source and e.id = g.encounter_id
left join first_payments p on p.source = g.source and p.family_id = g.family_id
left join voided v on v.source = g.source and v.family_id = g.family_id
);

with
  submissions_adjudication_date_period as (
    select
      cast(
        sum(r.days_to_remit_sum)
        as bigint
      ) days_to_remit_sum,
      cast(
        sum(r.answered_claims)
        as bigint
      ) answered_claims
    from (
      select
        f.remit_lag days_to_remit_sum,
        1 answered_claims
      from (
        select
          submissions.source,
          submissions.id,
          submissions.encounter_id,
          submissions.patient_id,
          submissions.facility_id,
          submissions.department_id,
          submissions.provider_id,
          submissions.payer_id,
          submissions.claim_id,
          submissions.payer_name,
          submissions.payer_type,
          submissions.claim_status,
          submissions.group_code,
          submissions.carc,
          submissions.frequency_code,
          submissions.service_date,
          submissions.submitted_date,
          submissions.adjudicated_date,
          submissions.payment_date,
          submissions.billed,
          submissions.allowed,
          submissions.paid,
          submissions.patient_responsibility,
          submissions.deductible,
          submissions.coinsurance,
          submissions.copay,
          submissions.denied,
          submissions.bill_lag,
          submissions.accepted_lag,
          submissions.payment_lag,
          submissions.remit_lag,
          submissions.is_reworked,
          submissions.is_void,
          submissions.delivery_id,
          submissions.line
        from submissions_now submissions
      ) f
      where (
        f.remit_lag >= cast(? as bigint)
        and not (f.is_void)
      )
    ) r
  )
select
  (cast(
    coalesce(submissions_adjudication_date_period.days_to_remit_sum, 0)
    as double
  ) / nullif(
    cast(
      coalesce(submissions_adjudication_date_period.answered_claims, 0)
      as double
    ),
    0E0
  )) days_to_pay_first_remit,
  coalesce(submissions_adjudication_date_period.days_to_remit_sum, 0) days_to_pay_first_remit_numerator,
  coalesce(submissions_adjudication_date_period.answered_claims, 0) days_to_pay_first_remit_denominator
from submissions_adjudication_date_period
