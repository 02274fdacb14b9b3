create temp table void_encounters_now as (
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
-- Encounters whose claim was taken back.
select c.source, c.encounter_id
from voided v join claims_now c on c.source = v.source and c.id = v.family_id
where c.encounter_id is not null
group by c.source, c.encounter_id
);

with
  ledger_posting_date_period as (
    select
      sum(r.late_charges_sum) late_charges_sum,
      sum(r.charges) charges
    from (
      select
        case
          when (
            f.posted_date > cast(date_add(coalesce(
              visit.discharge_date,
              f.service_date
            ), interval 1 day * cast(? as int)) as date)
            and void.encounter_id is null
          ) then abs(coalesce(
            f.billed,
            0
          ))
          else cast(0 as numeric)
        end late_charges_sum,
        coalesce(
          f.billed,
          0
        ) charges
      from transaction f
        left outer join encounter visit
          on (
            visit.source = f.source
            and visit.id = f.encounter_id
          )
        left outer join void_encounters_now void
          on (
            void.source = f.source
            and void.encounter_id = f.encounter_id
          )
    ) r
  )
select
  (cast(
    coalesce(ledger_posting_date_period.late_charges_sum, 0)
    as double
  ) / nullif(
    cast(
      coalesce(ledger_posting_date_period.charges, 0)
      as double
    ),
    0E0
  )) late_charge_rate,
  coalesce(ledger_posting_date_period.late_charges_sum, 0) late_charge_rate_numerator,
  coalesce(ledger_posting_date_period.charges, 0) late_charge_rate_denominator
from ledger_posting_date_period
