with
  accounts_as_of_up_to_end as (
    select
      sum(r.billed_ar_over_90) billed_ar_over_90,
      sum(r.billed_ar) billed_ar
    from (
      select
        case
          when f.age > cast(? as int) then f.balance
          else cast(0 as numeric)
        end billed_ar_over_90,
        f.balance billed_ar
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
        left outer join (
          select
            c.source,
            c.encounter_id,
            min(c.submitted_date) submitted_date
          from claim c
          where c.encounter_id is not null
          group by
            c.source,
            c.encounter_id
        ) billed
          on (
            billed.source = f.source
            and billed.encounter_id = f.encounter_id
          )
      where (
        f.balance <> 0
        and f.balance > 0
        and billed.submitted_date <= f.as_of_day
      )
    ) r
  )
select
  (cast(
    coalesce(accounts_as_of_up_to_end.billed_ar_over_90, 0)
    as double
  ) / nullif(
    cast(
      coalesce(accounts_as_of_up_to_end.billed_ar, 0)
      as double
    ),
    0E0
  )) ar_over_90_pct,
  coalesce(accounts_as_of_up_to_end.billed_ar_over_90, 0) ar_over_90_pct_numerator,
  coalesce(accounts_as_of_up_to_end.billed_ar, 0) ar_over_90_pct_denominator
from accounts_as_of_up_to_end
