create temp table remittances_now as (
with billed_claims as (
-- Claims that the provider told of: sent, or with a place or a clinician of their own. A claim that
-- only a payer's answer names is not here. The newest word about each, since a claim that was sent by
-- the day may be told of later.
select * from claim
where valid_to = date '9999-12-31' and not is_closed and coalesce(submitted_date <= date '9999-12-30', true)
  and (submitted_date is not null or transaction_id is not null or facility_id is not null
    or department_id is not null or provider_id is not null or claim_type is not null)
),
line_checks as (
-- The line check of the 835 (005010X221A1, 1.10.2.1): SVC02 less the CAS of its loop is SVC03.
select
  l.source, l.remittance_claim_id, count(*) filter (where l.billed - coalesce(a.adjusted, 0) <> l.paid) as lines_off,
  coalesce(sum(abs(l.billed - coalesce(a.adjusted, 0) - l.paid)), 0) as line_difference
from remittance_line l
left join (
  select source, remittance_line_id, sum(adjusted) as adjusted
  from adjustment where remittance_line_id is not null
  group by source, remittance_line_id) a
  on a.source = l.source and a.remittance_line_id = l.id
group by l.source, l.remittance_claim_id
),
reversals as (
-- For each reversal (CLP02 = 22) the decision that it takes back: of the same claim and not later,
-- first of all the one with the opposite sums, before a correction in the reversal's own payment.
select r.source, r.id, o.id as reversed_id, o.remittance_id as reversed_remittance_id,
  o.payment_date as reversed_date, o.paid as reversed_paid
from remittance_claim r
join remittance_claim o
  on o.source = r.source and o.claim_id = r.claim_id and o.status is distinct from '22'
  and o.payment_date <= r.payment_date
where r.status = '22'
qualify row_number() over (
  partition by r.source, r.id
  order by coalesce(o.paid = -r.paid and o.billed = -r.billed, false) desc,
    coalesce(o.remittance_id = r.remittance_id, false),
    coalesce(o.payer_control_number = r.payer_control_number, false) desc, o.payment_date desc, o.id) = 1
),
remitted_claims as (
-- What payers decided about claims (835 CLP), each with its balance check (CLP03 less all CAS of the
-- claim and its lines is CLP04), the claim it belongs to, and what it takes back.
select
  r.source, r.id, r.remittance_id, m.trace_number, r.claim_id, b.encounter_id,
  coalesce(b.patient_id, r.patient_id) as patient_id, b.facility_id, b.department_id, b.provider_id,
  m.payer_id, m.payer_name, b.payer_type,
  case r.status
    when '1' then 'Primary' when '2' then 'Secondary' when '3' then 'Tertiary' when '4' then 'Denied'
    when '19' then 'Primary, forwarded' when '20' then 'Secondary, forwarded' when '21' then 'Tertiary, forwarded'
    when '22' then 'Reversal' when '23' then 'Not our claim, forwarded' when '25' then 'Predetermination'
    else r.status end as claim_status,
  r.denial_group_code as group_code, r.denial_carc as carc, r.frequency_code,
  coalesce(r.service_date, b.service_date) as service_date, b.submitted_date,
  coalesce(m.production_date, r.payment_date) as adjudicated_date, coalesce(r.payment_date, m.payment_date) as payment_date,
  r.billed, r.allowed, r.paid, r.patient_responsibility, r.denied,
  cast(coalesce(a.adjusted, 0) as decimal(18, 2)) as adjusted,
  cast(coalesce(r.billed, 0) - coalesce(a.adjusted, 0) - coalesce(r.paid, 0) as decimal(18, 2)) as claim_difference,
  cast(coalesce(l.line_difference, 0) as decimal(18, 2)) as line_difference,
  coalesce(l.lines_off, 0) as lines_off,
  case
    when b.id is not null then 'Matched'
    when r.claim_id is null then 'No claim number (CLP01)'
    when r.source not in (select source from billed_claims) then 'No claims of this source loaded'
    else 'No claim of this number was sent' end as match_state,
  v.reversed_id, v.reversed_remittance_id, v.reversed_date, v.reversed_paid, coalesce(r.status = '22', false) as is_reversal, b.id is null as is_unmatched,
  r.delivery_id, r.line
from remittance_claim r
left join remittance m on m.source = r.source and m.id = r.remittance_id
left join billed_claims b on b.source = r.source and b.id = r.claim_id
left join (
  select source, remittance_claim_id, sum(adjusted) as adjusted
  from adjustment where remittance_claim_id is not null
  group by source, remittance_claim_id) a
  on a.source = r.source and a.remittance_claim_id = r.id
left join line_checks l on l.source = r.source and l.remittance_claim_id = r.id
left join reversals v on v.source = r.source and v.id = r.id
)
-- Payments with their explanation (835 BPR to SE) and the payment check: BPR02 is the sum of CLP04
-- less the sum of PLB. From the rows and not from one file: a payment may come in two parts.
-- A payment is of a facility, department or clinician when all its claims are.
select
  s.*,
  case
    when s.payment_difference <> 0 then 'Payment off'
    when s.claims_off > 0 then 'Claims off'
    when s.lines_off > 0 then 'Lines off'
    else 'Balanced' end as balance_state,
  s.payment_difference <> 0 or s.claims_off > 0 or s.lines_off > 0 as is_unbalanced
from (
  select
    m.source, m.id, m.id as remittance_id, m.trace_number,
    c.facility_id, c.department_id, c.provider_id, m.payer_id, m.payer_name, c.payer_type,
    m.payment_method, m.payment_date, m.production_date, m.paid,
    cast(coalesce(c.billed, 0) as decimal(18, 2)) as billed,
    cast(coalesce(c.adjusted, 0) as decimal(18, 2)) as adjusted,
    cast(coalesce(c.patient_responsibility, 0) as decimal(18, 2)) as patient_responsibility,
    cast(coalesce(c.paid, 0) as decimal(18, 2)) as claims_paid,
    cast(coalesce(p.adjusted, m.provider_adjusted, 0) as decimal(18, 2)) as provider_adjusted,
    cast(coalesce(m.paid, 0) - coalesce(c.paid, 0) + coalesce(p.adjusted, m.provider_adjusted, 0) as decimal(18, 2))
      as payment_difference,
    cast(coalesce(c.claim_difference, 0) as decimal(18, 2)) as claim_difference,
    cast(coalesce(c.line_difference, 0) as decimal(18, 2)) as line_difference,
    coalesce(c.claims, 0) as claims, coalesce(c.claims_off, 0) as claims_off,
    cast(coalesce(c.lines_off, 0) as bigint) as lines_off, coalesce(c.reversals, 0) as reversals,
    coalesce(c.unmatched, 0) as unmatched, m.delivery_id, m.line
  from remittance m
  left join (
    select
      source, remittance_id, count(*) as claims, sum(billed) as billed, sum(adjusted) as adjusted, sum(paid) as paid,
      sum(patient_responsibility) as patient_responsibility,
      count(*) filter (where claim_difference <> 0) as claims_off, sum(lines_off) as lines_off,
      sum(abs(claim_difference)) as claim_difference, sum(line_difference) as line_difference,
      count(*) filter (where is_reversal) as reversals, count(*) filter (where is_unmatched) as unmatched,
      case when min(facility_id) = max(facility_id) then min(facility_id) end as facility_id,
      case when min(department_id) = max(department_id) then min(department_id) end as department_id,
      case when min(provider_id) = max(provider_id) then min(provider_id) end as provider_id,
      max(payer_type) as payer_type
    from remitted_claims
    group by source, remittance_id) c
    on c.source = m.source and c.remittance_id = m.id
  left join (
    select source, remittance_id, sum(adjusted) as adjusted
    from adjustment where remittance_claim_id is null
    group by source, remittance_id) p
    on p.source = m.source and p.remittance_id = m.id) s
);

with
  remittances_payment_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.remittance_paid) remittance_paid
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
        f.remittance_paid
      from (
        select
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', f.payment_date) as date) period,
          sum(coalesce(
            f.paid,
            0
          )) remittance_paid
        from (
          select
            remittances.source,
            remittances.id,
            remittances.remittance_id,
            remittances.trace_number,
            remittances.facility_id,
            remittances.department_id,
            remittances.provider_id,
            remittances.payer_id,
            remittances.payer_name,
            remittances.payer_type,
            remittances.payment_method,
            remittances.balance_state,
            remittances.payment_date,
            remittances.production_date,
            remittances.billed,
            remittances.adjusted,
            remittances.paid,
            remittances.patient_responsibility,
            remittances.provider_adjusted,
            remittances.claims_paid,
            remittances.payment_difference,
            remittances.claim_difference,
            remittances.line_difference,
            remittances.claims,
            remittances.claims_off,
            remittances.lines_off,
            remittances.reversals,
            remittances.unmatched,
            remittances.is_unbalanced,
            remittances.delivery_id,
            remittances.line
          from remittances_now remittances
        ) f
        where (
          f.payment_date >= date '2025-04-01'
          and f.payment_date <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', f.payment_date) as date)
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
  remittances_payment_date_period.payer,
  remittances_payment_date_period.payer_key,
  remittances_payment_date_period.period,
  coalesce(remittances_payment_date_period.remittance_paid, 0) remittance_paid
from remittances_payment_date_period
order by
  remittances_payment_date_period.payer asc nulls last,
  remittances_payment_date_period.payer_key asc nulls last,
  remittances_payment_date_period.period asc nulls last
