create temp table adjudications_now as (
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
)
select
  s.*, coalesce(s.paid, 0) = 0 as is_zero_paid,
  cast(case when s.is_denied then greatest(coalesce(s.denied, s.billed), 0) else 0 end + greatest(s.allowed, 0)
    as decimal(18, 2)) as expected
from decided_by_status s
union all by name
select
  d.source, d.id, d.claim_id, c.encounter_id, c.patient_id, c.facility_id, c.department_id, c.provider_id,
  coalesce(c.payer_id, d.payer_id) as payer_id, coalesce(c.payer_name, d.payer_name) as payer_name, c.payer_type,
  case when d.paid > 0 then 'Paid' when d.denied > 0 and d.allowed = 0 then 'Denied' else 'Approved' end as claim_status,
  d.denial_group_code as group_code, d.denial_carc as carc, c.frequency_code, cast(null as varchar) as procedure_code,
  coalesce(d.service_date, c.service_date) as service_date, c.submitted_date, d.adjudicated_date, d.payment_date,
  d.billed, d.paid, d.patient_responsibility, c.deductible, c.coinsurance, c.copay, d.denied, d.allowed,
  d.denied > 0 as is_denied, d.delivery_id, d.line, d.paid = 0 as is_zero_paid,
  cast(d.allowed + d.denied as decimal(18, 2)) as expected
from first_decisions d
left join claims_now c on c.source = d.source and c.id = d.claim_id
);

with
  adjudications_adjudication_date_period as (
    select
      cast(
        sum(r.zero_paid_claims)
        as bigint
      ) zero_paid_claims,
      cast(
        sum(r.adjudicated_claims)
        as bigint
      ) adjudicated_claims
    from (
      select
        case
          when f.is_zero_paid then 1
          else cast(0 as int)
        end zero_paid_claims,
        1 adjudicated_claims
      from (
        select
          adjudications.source,
          adjudications.id,
          adjudications.encounter_id,
          adjudications.patient_id,
          adjudications.facility_id,
          adjudications.department_id,
          adjudications.provider_id,
          adjudications.payer_id,
          adjudications.claim_id,
          adjudications.payer_name,
          adjudications.payer_type,
          adjudications.claim_status,
          adjudications.group_code,
          adjudications.carc,
          adjudications.frequency_code,
          adjudications.service_date,
          adjudications.submitted_date,
          adjudications.adjudicated_date,
          adjudications.payment_date,
          adjudications.billed,
          adjudications.allowed,
          adjudications.paid,
          adjudications.patient_responsibility,
          adjudications.deductible,
          adjudications.coinsurance,
          adjudications.copay,
          adjudications.denied,
          adjudications.expected,
          adjudications.is_denied,
          adjudications.is_zero_paid,
          adjudications.delivery_id,
          adjudications.line
        from adjudications_now adjudications
      ) f
    ) r
  )
select
  (cast(
    coalesce(adjudications_adjudication_date_period.zero_paid_claims, 0)
    as double
  ) / nullif(
    cast(
      coalesce(adjudications_adjudication_date_period.adjudicated_claims, 0)
      as double
    ),
    0E0
  )) denial_rate_zero_pay,
  coalesce(adjudications_adjudication_date_period.zero_paid_claims, 0) denial_rate_zero_pay_numerator,
  coalesce(adjudications_adjudication_date_period.adjudicated_claims, 0) denial_rate_zero_pay_denominator
from adjudications_adjudication_date_period
