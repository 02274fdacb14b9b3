create temp table remitted_claims_now as (
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
)
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
);

with
  remitted_claims_payment_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      cast(
        sum(r.reversal_count)
        as bigint
      ) reversal_count
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
        f.reversal_count
      from (
        select
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', f.payment_date) as date) period,
          sum(1) reversal_count
        from (
          select
            remitted_claims.source,
            remitted_claims.id,
            remitted_claims.encounter_id,
            remitted_claims.patient_id,
            remitted_claims.facility_id,
            remitted_claims.department_id,
            remitted_claims.provider_id,
            remitted_claims.payer_id,
            remitted_claims.claim_id,
            remitted_claims.payer_name,
            remitted_claims.payer_type,
            remitted_claims.claim_status,
            remitted_claims.group_code,
            remitted_claims.carc,
            remitted_claims.frequency_code,
            remitted_claims.remittance_id,
            remitted_claims.trace_number,
            remitted_claims.match_state,
            remitted_claims.reversed_id,
            remitted_claims.reversed_remittance_id,
            remitted_claims.service_date,
            remitted_claims.submitted_date,
            remitted_claims.adjudicated_date,
            remitted_claims.payment_date,
            remitted_claims.reversed_date,
            remitted_claims.billed,
            remitted_claims.allowed,
            remitted_claims.adjusted,
            remitted_claims.paid,
            remitted_claims.patient_responsibility,
            remitted_claims.denied,
            remitted_claims.reversed_paid,
            remitted_claims.claim_difference,
            remitted_claims.line_difference,
            remitted_claims.lines_off,
            remitted_claims.is_reversal,
            remitted_claims.is_unmatched,
            remitted_claims.delivery_id,
            remitted_claims.line
          from remitted_claims_now remitted_claims
        ) f
        where (
          f.is_reversal
          and f.payment_date >= date '2025-04-01'
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
  remitted_claims_payment_date_period.payer,
  remitted_claims_payment_date_period.payer_key,
  remitted_claims_payment_date_period.period,
  coalesce(remitted_claims_payment_date_period.reversal_count, 0) reversal_count
from remitted_claims_payment_date_period
order by
  remitted_claims_payment_date_period.payer asc nulls last,
  remitted_claims_payment_date_period.payer_key asc nulls last,
  remitted_claims_payment_date_period.period asc nulls last
