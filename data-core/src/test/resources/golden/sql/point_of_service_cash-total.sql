with
  ledger_payment_date_period as (
    select
      sum(r.payments_at_service) payments_at_service,
      sum(r.patient_payments) patient_payments
    from (
      select
        case
          when f.payment_date <= cast(date_add(coalesce(
            visit.discharge_date,
            f.service_date
          ), interval 1 day * cast(? as int)) as date) then coalesce(
            f.paid,
            0
          )
          else cast(0 as numeric)
        end payments_at_service,
        coalesce(
          f.paid,
          0
        ) patient_payments
      from transaction f
        left outer join encounter visit
          on (
            visit.source = f.source
            and visit.id = f.encounter_id
          )
      where f.payment_source = 'Patient'
    ) r
  )
select
  (cast(
    coalesce(ledger_payment_date_period.payments_at_service, 0)
    as double
  ) / nullif(
    cast(
      coalesce(ledger_payment_date_period.patient_payments, 0)
      as double
    ),
    0E0
  )) point_of_service_cash,
  coalesce(ledger_payment_date_period.payments_at_service, 0) point_of_service_cash_numerator,
  coalesce(ledger_payment_date_period.patient_payments, 0) point_of_service_cash_denominator
from ledger_payment_date_period
