create temp table first_charges_now as (
-- The first charge of each encounter. Charges that were all taken back by the day are none (C6).
select
  source, coalesce(encounter_id, id) as id, encounter_id, min(claim_id) as claim_id,
  arg_min(patient_id, (posted_date, id)) as patient_id, arg_min(facility_id, (posted_date, id)) as facility_id,
  arg_min(department_id, (posted_date, id)) as department_id, arg_min(provider_id, (posted_date, id)) as provider_id,
  arg_min(payer_id, (posted_date, id)) as payer_id, min(procedure_code) as procedure_code,
  min(diagnosis_code) as diagnosis_code, arg_min(service_date, (posted_date, id)) as service_date,
  min(posted_date) as posted_date, sum(billed) as billed,
  date_diff('day', arg_min(service_date, (posted_date, id)), min(posted_date)) as charge_lag,
  arg_min(delivery_id, (posted_date, id)) as delivery_id, arg_min(line, (posted_date, id)) as line
from transaction
where billed <> 0 and posted_date <= date '9999-12-30' and service_date is not null
group by source, coalesce(encounter_id, id), encounter_id
having sum(billed) > 0
);

with
  first_charges_posting_date_period as (
    select
      cast(
        sum(r.charge_lag_sum)
        as bigint
      ) charge_lag_sum,
      cast(
        sum(r.charged_encounters)
        as bigint
      ) charged_encounters
    from (
      select
        f.charge_lag charge_lag_sum,
        1 charged_encounters
      from (
        select
          first_charges.source,
          first_charges.id,
          first_charges.encounter_id,
          first_charges.patient_id,
          first_charges.facility_id,
          first_charges.department_id,
          first_charges.provider_id,
          first_charges.payer_id,
          first_charges.service_date,
          first_charges.posted_date,
          first_charges.billed,
          first_charges.charge_lag,
          first_charges.delivery_id,
          first_charges.line
        from first_charges_now first_charges
      ) f
      where f.charge_lag >= cast(? as bigint)
    ) r
  )
select
  (cast(
    coalesce(first_charges_posting_date_period.charge_lag_sum, 0)
    as double
  ) / nullif(
    cast(
      coalesce(first_charges_posting_date_period.charged_encounters, 0)
      as double
    ),
    0E0
  )) charge_lag_days,
  coalesce(first_charges_posting_date_period.charge_lag_sum, 0) charge_lag_days_numerator,
  coalesce(first_charges_posting_date_period.charged_encounters, 0) charge_lag_days_denominator
from first_charges_posting_date_period
