with
  accounts_as_of_up_to_end as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.billed_ar_over_90) billed_ar_over_90,
      sum(r.billed_ar) billed_ar
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
        f.billed_ar_over_90,
        f.billed_ar
      from (
        select
          f.payer_id,
          f.source,
          f.period period,
          sum(case
            when f.age > cast(? as int) then f.balance
            else cast(0 as numeric)
          end) billed_ar_over_90,
          sum(f.balance) billed_ar
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
        where (
          f.balance > 0
          and f.first_billed <= f.as_of_day
        )
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
order by
  accounts_as_of_up_to_end.payer asc nulls last,
  accounts_as_of_up_to_end.payer_key asc nulls last,
  accounts_as_of_up_to_end.period asc nulls last
