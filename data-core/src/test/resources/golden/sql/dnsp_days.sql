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
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.not_sent) not_sent
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
        p.period period,
        coalesce(
          f.billed,
          0
        ) not_sent
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
        join (
          values
            (date '2025-04-01', date '0001-01-01', date '2025-04-30', 0),
            (date '2025-05-01', date '0001-01-01', date '2025-05-31', 0),
            (date '2025-06-01', date '0001-01-01', date '2025-06-30', 0)
        ) p (period, first_day, last_day, days)
          on coalesce(
            f.posted_date,
            f.service_date
          ) between p.first_day and p.last_day
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
      where (
        (
          (
            visit.discharge_date <= p.last_day
            or (
              visit.discharge_date is null
              and visit.encounter_type is distinct from 'Inpatient'
              and f.service_date <= p.last_day
            )
          )
          and (
            bill.entered_date is null
            or bill.entered_date > p.last_day
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
        )
        or (
          bill.entered_date <= p.last_day
          and (
            bill.submitted_date is null
            or bill.submitted_date > p.last_day
          )
        )
      )
    ) r
    group by r.payer, r.payer_key, r.period
  ),
  ledger_posting_date_trailing_3_months as (
    select
      r.payer,
      r.payer_key,
      r.period,
      (cast(
        sum(r.daily_charges)
        as double
      ) / max(r.window_days)) daily_charges
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
        p.period period,
        p.days window_days,
        f.daily_charges
      from (
        select
          f.payer_id,
          f.source,
          coalesce(
            f.posted_date,
            f.service_date
          ) its_day,
          sum(coalesce(
            f.billed,
            0
          )) daily_charges
        from transaction f
        where (
          coalesce(
            f.posted_date,
            f.service_date
          ) <= date '2025-06-30'
          and coalesce(
            f.posted_date,
            f.service_date
          ) >= date '2025-02-01'
        )
        group by
          f.payer_id,
          f.source,
          coalesce(
            f.posted_date,
            f.service_date
          )
      ) f
        join (
          values
            (date '2025-04-01', date '2025-02-01', date '2025-04-30', 89),
            (date '2025-05-01', date '2025-03-01', date '2025-05-31', 92),
            (date '2025-06-01', date '2025-04-01', date '2025-06-30', 91)
        ) p (period, first_day, last_day, days)
          on f.its_day between p.first_day and p.last_day
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
    ) r
    group by r.payer, r.payer_key, r.period
  ),
  members as (
    select ledger_posting_date_up_to_end.payer, ledger_posting_date_up_to_end.payer_key, ledger_posting_date_up_to_end.period
    from ledger_posting_date_up_to_end
    union
    select ledger_posting_date_trailing_3_months.payer, ledger_posting_date_trailing_3_months.payer_key, ledger_posting_date_trailing_3_months.period
    from ledger_posting_date_trailing_3_months
  )
select
  members.payer,
  members.payer_key,
  members.period,
  (cast(
    coalesce(ledger_posting_date_up_to_end.not_sent, 0)
    as double
  ) / nullif(
    cast(
      coalesce(ledger_posting_date_trailing_3_months.daily_charges, 0)
      as double
    ),
    0E0
  )) dnsp_days,
  coalesce(ledger_posting_date_up_to_end.not_sent, 0) dnsp_days_numerator,
  coalesce(ledger_posting_date_trailing_3_months.daily_charges, 0) dnsp_days_denominator
from members
  left outer join ledger_posting_date_up_to_end
    on (
      members.payer is not distinct from ledger_posting_date_up_to_end.payer
      and members.payer_key is not distinct from ledger_posting_date_up_to_end.payer_key
      and members.period is not distinct from ledger_posting_date_up_to_end.period
    )
  left outer join ledger_posting_date_trailing_3_months
    on (
      members.payer is not distinct from ledger_posting_date_trailing_3_months.payer
      and members.payer_key is not distinct from ledger_posting_date_trailing_3_months.payer_key
      and members.period is not distinct from ledger_posting_date_trailing_3_months.period
    )
order by
  members.payer asc nulls last,
  members.payer_key asc nulls last,
  members.period asc nulls last
