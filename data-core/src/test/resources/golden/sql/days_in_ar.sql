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
        f.balance open_ar
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
      where (
        f.balance <> 0
        and f.balance > 0
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
        coalesce(
          f.billed,
          0
        ) daily_charges,
        p.days window_days
      from transaction f
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
        join (
          values
            (date '2025-04-01', date '2025-02-01', date '2025-04-30', 89),
            (date '2025-05-01', date '2025-03-01', date '2025-05-31', 92),
            (date '2025-06-01', date '2025-04-01', date '2025-06-30', 91)
        ) p (period, first_day, last_day, days)
          on coalesce(
            f.posted_date,
            f.service_date
          ) between p.first_day and p.last_day
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
