create temp table priced_lines_now as (
with claims_now as (
-- Claims in the version that was valid on the day.
select * from claim where valid_from <= date '9999-12-30' and valid_to > date '9999-12-30' and not is_closed
),
net_lines as (
-- What each billed line came to by the day: reversals and corrections added up (C5).
select
  l.source, l.claim_id, min(l.id) as id, l.procedure_code, l.revenue_code, l.modifiers,
  coalesce(l.service_date, r.service_date) as service_date,
  sum(l.billed) as billed, sum(l.paid) as paid, sum(l.allowed) as allowed, max(l.units) as units,
  max(r.payment_date) as adjudicated_date, min(m.payer_id) as payer_id, min(m.payer_name) as payer_name,
  min(l.delivery_id) as delivery_id, min(l.line) as line
from remittance_line l
join remittance_claim r on r.source = l.source and r.id = l.remittance_claim_id
left join remittance m on m.source = r.source and m.id = r.remittance_id
where coalesce(r.status, '1') not in ('2', '3', '20', '21', '23', '25') and r.payment_date <= date '9999-12-30' and l.allowed <> 0
group by l.source, l.claim_id, l.line_control_number, l.procedure_code, l.revenue_code, l.modifiers,
  coalesce(l.service_date, r.service_date)
having sum(l.allowed) > 0
)
-- Lines that a payer allowed something for, each with what the contract in force on the day of service
-- says: never more than the charge. Without a contract row a line is unpriced.
select
  l.source, l.id, l.claim_id, c.encounter_id, c.patient_id, c.facility_id, c.department_id, c.provider_id,
  coalesce(c.payer_id, l.payer_id) as payer_id, coalesce(c.payer_name, l.payer_name) as payer_name, c.payer_type,
  c.claim_status, c.group_code, c.carc, c.frequency_code, l.procedure_code, l.service_date, c.submitted_date,
  l.adjudicated_date, c.payment_date, l.billed, l.allowed, l.paid, c.patient_responsibility, c.deductible,
  c.coinsurance, c.copay, c.denied, l.expected, l.expected is not null as is_priced,
  case when l.expected - l.allowed > greatest(5, l.expected * 0.02) then l.expected - l.allowed else 0 end as underpaid,
  l.delivery_id, l.line
from (
  select n.* replace (coalesce(n.service_date, own.service_date) as service_date),
    -- least() passes over what is absent, so an unpriced line must say so itself.
    cast(case when k.id is not null then least(n.billed, case
      when lower(k.method) like 'percent%' then round(n.billed * k.rate / 100, 2)
      else k.rate * greatest(coalesce(n.units, 1), 1) end) end as decimal(18, 2)) as expected
  from net_lines n
  left join claims_now own on own.source = n.source and own.id = n.claim_id
  left join contract k
    on k.source = n.source
    and (k.payer_id in (own.payer_id, n.payer_id)
      or k.payer_id is null and k.payer_name in (own.payer_name, n.payer_name))
    and (k.facility_id is null or k.facility_id = own.facility_id)
    and (k.procedure_code = n.procedure_code or k.procedure_code is null and k.revenue_code = n.revenue_code)
    and coalesce(k.effective_from, date '0001-01-01') <= coalesce(n.service_date, own.service_date)
    and coalesce(k.effective_to, date '9999-12-31') >= coalesce(n.service_date, own.service_date)
  qualify row_number() over (
    partition by n.source, n.id
    order by k.facility_id nulls last, k.procedure_code nulls last, k.effective_from desc nulls last, k.id) = 1) l
left join claims_now c on c.source = l.source and c.id = l.claim_id
);

with
  priced_lines_adjudication_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.underpaid) underpaid
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
        f.underpaid
      from (
        select
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', f.adjudicated_date) as date) period,
          sum(coalesce(
            f.underpaid,
            0
          )) underpaid
        from (
          select
            priced_lines.source,
            priced_lines.id,
            priced_lines.encounter_id,
            priced_lines.patient_id,
            priced_lines.facility_id,
            priced_lines.department_id,
            priced_lines.provider_id,
            priced_lines.payer_id,
            priced_lines.claim_id,
            priced_lines.payer_name,
            priced_lines.payer_type,
            priced_lines.claim_status,
            priced_lines.group_code,
            priced_lines.carc,
            priced_lines.frequency_code,
            priced_lines.procedure_code,
            priced_lines.service_date,
            priced_lines.submitted_date,
            priced_lines.adjudicated_date,
            priced_lines.payment_date,
            priced_lines.billed,
            priced_lines.allowed,
            priced_lines.paid,
            priced_lines.patient_responsibility,
            priced_lines.deductible,
            priced_lines.coinsurance,
            priced_lines.copay,
            priced_lines.denied,
            priced_lines.expected,
            priced_lines.underpaid,
            priced_lines.is_priced,
            priced_lines.delivery_id,
            priced_lines.line
          from priced_lines_now priced_lines
        ) f
        where (
          f.adjudicated_date >= date '2025-04-01'
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
  priced_lines_adjudication_date_period.payer,
  priced_lines_adjudication_date_period.payer_key,
  priced_lines_adjudication_date_period.period,
  coalesce(priced_lines_adjudication_date_period.underpaid, 0) underpayment_amount
from priced_lines_adjudication_date_period
order by
  priced_lines_adjudication_date_period.payer asc nulls last,
  priced_lines_adjudication_date_period.payer_key asc nulls last,
  priced_lines_adjudication_date_period.period asc nulls last
