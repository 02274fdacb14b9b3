with
  accounts_as_of_up_to_end as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.ar_balance) ar_balance
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
        f.balance ar_balance
      from (
        select
          p.period period,
          coalesce(
            t.encounter_id,
            t.id
          ) id,
          t.source,
          t.encounter_id,
          t.facility_id,
          t.department_id,
          t.provider_id,
          t.payer_id,
          (sum(
            case
              when coalesce(
                t.posted_date,
                t.service_date
              ) <= p.last_day then (coalesce(
                t.billed,
                0
              ) - coalesce(
                t.adjusted,
                0
              ))
              else 0
            end
          ) - sum(
            case
              when coalesce(
                t.payment_date,
                coalesce(
                  t.posted_date,
                  t.service_date
                )
              ) <= p.last_day then coalesce(
                t.paid,
                0
              )
              else 0
            end
          )) balance,
          date_diff('day', max(t.service_date), p.last_day) age,
          p.last_day as_of_day
        from transaction t
          cross join (
            values
              (date '2025-04-01', date '0001-01-01', date '2025-04-30', 0),
              (date '2025-05-01', date '0001-01-01', date '2025-05-31', 0),
              (date '2025-06-01', date '0001-01-01', date '2025-06-30', 0)
          ) p (period, first_day, last_day, days)
        where (
          coalesce(
            t.posted_date,
            t.service_date
          ) <= p.last_day
          or coalesce(
            t.payment_date,
            coalesce(
              t.posted_date,
              t.service_date
            )
          ) <= p.last_day
        )
        group by
          p.period,
          p.last_day,
          coalesce(
            t.encounter_id,
            t.id
          ),
          t.source,
          t.encounter_id,
          t.facility_id,
          t.department_id,
          t.provider_id,
          t.payer_id
      ) f
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
      where f.balance <> 0
    ) r
    group by r.payer, r.payer_key, r.period
  )
select
  accounts_as_of_up_to_end.payer,
  accounts_as_of_up_to_end.payer_key,
  accounts_as_of_up_to_end.period,
  coalesce(accounts_as_of_up_to_end.ar_balance, 0) ar_balance
from accounts_as_of_up_to_end
order by
  accounts_as_of_up_to_end.payer asc nulls last,
  accounts_as_of_up_to_end.payer_key asc nulls last,
  accounts_as_of_up_to_end.period asc nulls last
