with
  accounts_as_of_up_to_end as (
    select sum(r.ar_balance) ar_balance
    from (
      select f.balance ar_balance
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
      where f.balance <> 0
    ) r
  )
select coalesce(accounts_as_of_up_to_end.ar_balance, 0) ar_balance
from accounts_as_of_up_to_end
