with
  accounts_as_of_up_to_end as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.open_ar) open_ar
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
        f.open_ar
      from (
        select
          f.payer_id,
          f.source,
          f.period period,
          sum(f.balance) open_ar
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
        where f.balance > 0
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
  ),
  ledger_posting_date_trailing_3_months as (
    select
      r.payer,
      r.payer_key,
      r.period,
      (cast(
        sum(r.daily_charges)
        as double
      ) / max(r.window_days)) daily_charges
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
        p.period period,
        p.days window_days,
        f.daily_charges
      from (
        select
          f.payer_id,
          f.source,
          coalesce(
            f.posted_date,
            f.service_date
          ) its_day,
          sum(coalesce(
            f.billed,
            0
          )) daily_charges
        from transaction f
        where (
          coalesce(
            f.posted_date,
            f.service_date
          ) <= date '2025-06-30'
          and coalesce(
            f.posted_date,
            f.service_date
          ) >= date '2025-02-01'
        )
        group by
          f.payer_id,
          f.source,
          coalesce(
            f.posted_date,
            f.service_date
          )
      ) f
        join (
          values
            (date '2025-04-01', date '2025-02-01', date '2025-04-30', 89),
            (date '2025-05-01', date '2025-03-01', date '2025-05-31', 92),
            (date '2025-06-01', date '2025-04-01', date '2025-06-30', 91)
        ) p (period, first_day, last_day, days)
          on f.its_day between p.first_day and p.last_day
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
    ) r
    group by r.payer, r.payer_key, r.period
  ),
  members as (
    select accounts_as_of_up_to_end.payer, accounts_as_of_up_to_end.payer_key, accounts_as_of_up_to_end.period
    from accounts_as_of_up_to_end
    union
    select ledger_posting_date_trailing_3_months.payer, ledger_posting_date_trailing_3_months.payer_key, ledger_posting_date_trailing_3_months.period
    from ledger_posting_date_trailing_3_months
  )
select
  members.payer,
  members.payer_key,
  members.period,
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
from members
  left outer join accounts_as_of_up_to_end
    on (
      members.payer is not distinct from accounts_as_of_up_to_end.payer
      and members.payer_key is not distinct from accounts_as_of_up_to_end.payer_key
      and members.period is not distinct from accounts_as_of_up_to_end.period
    )
  left outer join ledger_posting_date_trailing_3_months
    on (
      members.payer is not distinct from ledger_posting_date_trailing_3_months.payer
      and members.payer_key is not distinct from ledger_posting_date_trailing_3_months.payer_key
      and members.period is not distinct from ledger_posting_date_trailing_3_months.period
    )
order by
  members.payer asc nulls last,
  members.payer_key asc nulls last,
  members.period asc nulls last
