with
  accounts_as_of_up_to_end as (
    select sum(r.open_ar) open_ar
    from (
      select f.balance open_ar
      from (
        select
          t.source,
          t.encounter_id,
          t.facility_id,
          t.department_id,
          t.provider_id,
          coalesce(
            min(
              case
                when t.billed <> 0 then t.payer_id
              end
            ),
            min(t.payer_id)
          ) payer_id,
          coalesce(
            t.encounter_id,
            case
              when t.encounter_id is null then t.id
            end
          ) id,
          (coalesce(
            sum(
              case
                when coalesce(
                  t.posted_date,
                  t.service_date
                ) <= date '2025-07-01' then t.billed
              end
            ),
            0
          ) - coalesce(
            sum(
              case
                when coalesce(
                  t.posted_date,
                  t.service_date
                ) <= date '2025-07-01' then t.adjusted
              end
            ),
            0
          ) - coalesce(
            sum(
              case
                when coalesce(
                  t.payment_date,
                  coalesce(
                    t.posted_date,
                    t.service_date
                  )
                ) <= date '2025-07-01' then t.paid
              end
            ),
            0
          )) balance,
          date_diff('day', max(t.service_date), date '2025-07-01') age,
          date '2025-07-01' as_of_day
        from transaction t
        where (
          coalesce(
            t.posted_date,
            t.service_date
          ) <= date '2025-07-01'
          or coalesce(
            t.payment_date,
            coalesce(
              t.posted_date,
              t.service_date
            )
          ) <= date '2025-07-01'
        )
        group by
          t.source,
          t.encounter_id,
          t.facility_id,
          t.department_id,
          t.provider_id,
          case
            when t.encounter_id is null then t.id
          end
      ) f
      where (
        f.balance <> 0
        and f.balance > 0
      )
    ) r
  ),
  ledger_posting_date_trailing_3_months as (
    select (cast(
      sum(r.daily_charges)
      as double
    ) / max(r.window_days)) daily_charges
    from (
      select
        coalesce(
          f.billed,
          0
        ) daily_charges,
        91 window_days
      from transaction f
      where (
        coalesce(
          f.posted_date,
          f.service_date
        ) >= date '2025-04-02'
        and coalesce(
          f.posted_date,
          f.service_date
        ) <= date '2025-07-01'
      )
    ) r
  )
select
  (cast(
    coalesce(accounts_as_of_up_to_end.open_ar, 0)
    as double
  ) / nullif(
    cast(
      coalesce(ledger_posting_date_trailing_3_months.daily_charges, 0)
      as double
    ),
    0E0
  )) days_in_ar,
  coalesce(accounts_as_of_up_to_end.open_ar, 0) days_in_ar_numerator,
  coalesce(ledger_posting_date_trailing_3_months.daily_charges, 0) days_in_ar_denominator
from accounts_as_of_up_to_end
  cross join ledger_posting_date_trailing_3_months
