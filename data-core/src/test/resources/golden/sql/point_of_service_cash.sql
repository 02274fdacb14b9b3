with
  ledger_payment_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.payments_at_service) payments_at_service,
      sum(r.patient_payments) patient_payments
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
        f.period period,
        f.payments_at_service,
        f.patient_payments
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.payment_date) as date) period,
          sum(case
            when f.payment_date <= cast(date_add(coalesce(
              visit.discharge_date,
              f.service_date
            ), interval 1 day * cast(? as int)) as date) then coalesce(
              f.paid,
              0
            )
            else cast(0 as numeric)
          end) payments_at_service,
          sum(coalesce(
            f.paid,
            0
          )) patient_payments
        from transaction f
          left outer join encounter visit
            on (
              visit.source = f.source
              and visit.id = f.encounter_id
            )
        where (
          f.payment_source = 'Patient'
          and f.payment_date >= date '2025-04-01'
          and f.payment_date <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
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
  ledger_payment_date_period.payer,
  ledger_payment_date_period.payer_key,
  ledger_payment_date_period.period,
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
order by
  ledger_payment_date_period.payer asc nulls last,
  ledger_payment_date_period.payer_key asc nulls last,
  ledger_payment_date_period.period asc nulls last
