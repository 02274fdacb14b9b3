with
  accounts_as_of_up_to_end as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.credit_ar) credit_ar
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
        f.credit_ar
      from (
        select
          f.payer_id,
          f.source,
          f.period period,
          sum(f.balance) credit_ar
        from (
          select
            p.period,
            b.source,
            b.id,
            b.encounter_id,
            b.facility_id,
            b.department_id,
            b.provider_id,
            b.payer_id,
            b.balance,
            date_diff('day', b.last_service, p.last_day) age,
            b.first_billed,
            p.last_day as_of_day
          from account_balance b
            join (
              values
                (date '2025-04-01', date '0001-01-01', date '2025-04-30', 0),
                (date '2025-05-01', date '0001-01-01', date '2025-05-31', 0),
                (date '2025-06-01', date '0001-01-01', date '2025-06-30', 0)
            ) p (period, first_day, last_day, days)
              on (
                b.since <= p.last_day
                and b.until > p.last_day
              )
          where b.balance <> 0
        ) f
        where f.balance < 0
        group by
          f.payer_id,
          f.source,
          f.period
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
  accounts_as_of_up_to_end.payer,
  accounts_as_of_up_to_end.payer_key,
  accounts_as_of_up_to_end.period,
  coalesce(accounts_as_of_up_to_end.credit_ar, 0) credit_balance
from accounts_as_of_up_to_end
order by
  accounts_as_of_up_to_end.payer asc nulls last,
  accounts_as_of_up_to_end.payer_key asc nulls last,
  accounts_as_of_up_to_end.period asc nulls last
