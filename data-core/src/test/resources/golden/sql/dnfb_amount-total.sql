create temp table first_bills_now as (
-- When each encounter was first final billed (entered the claims tool) and first sent.
select source, encounter_id, min(entered_date) as entered_date, min(submitted_date) as submitted_date
from (
  select source, encounter_id, coalesce(entered_date, submitted_date) as entered_date, submitted_date from submission
  union all
  select source, encounter_id, submitted_date, submitted_date from claim) bills
where encounter_id is not null
group by source, encounter_id
);

with
  ledger_posting_date_up_to_end as (
    select sum(r.not_final_billed) not_final_billed
    from (
      select coalesce(
        f.billed,
        0
      ) not_final_billed
      from transaction f
        left outer join encounter visit
          on (
            visit.source = f.source
            and visit.id = f.encounter_id
          )
        left outer join first_bills_now bill
          on (
            bill.source = f.source
            and bill.encounter_id = f.encounter_id
          )
      where (
        (
          visit.discharge_date <= date '2025-07-01'
          or (
            visit.discharge_date is null
            and visit.encounter_type is distinct from 'Inpatient'
            and f.service_date <= date '2025-07-01'
          )
        )
        and (
          bill.entered_date is null
          or bill.entered_date > date '2025-07-01'
        )
        and f.source in (
-- Sources that tell of claims. Of the others nobody knows what is billed.
select distinct source from claim
) = true
        and (f.source, coalesce(f.payer_id, '')) not in (
-- Payers that are the patients themselves: no claim is ever sent to them.
select source, id from payer
where lower(coalesce(payer_type, name)) in ('self-pay', 'self pay', 'selfpay', 'patient', 'uninsured')
) = true
        and coalesce(
          f.posted_date,
          f.service_date
        ) <= date '2025-07-01'
      )
    ) r
  )
select coalesce(ledger_posting_date_up_to_end.not_final_billed, 0) dnfb_amount
from ledger_posting_date_up_to_end
