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
            h.source,
            h.encounter_id,
            h.facility_id,
            h.department_id,
            h.provider_id,
            h.payer_id,
            coalesce(h.encounter_id, h.own_id) id,
            h.balance,
            date_diff('day', h.last_service, p.last_day) age,
            p.last_day as_of_day
          from (
            select
              m.source,
              m.encounter_id,
              m.facility_id,
              m.department_id,
              m.provider_id,
              m.own_id,
              m.since,
              sum(m.amount) over (
                partition by
                  m.source,
                  m.encounter_id,
                  m.facility_id,
                  m.department_id,
                  m.provider_id,
                  m.own_id
                order by m.since
              ) balance,
              max(m.last_service) over (
                partition by
                  m.source,
                  m.encounter_id,
                  m.facility_id,
                  m.department_id,
                  m.provider_id,
                  m.own_id
                order by m.since
              ) last_service,
              coalesce(
                min(m.charged_to) over (
                  partition by
                    m.source,
                    m.encounter_id,
                    m.facility_id,
                    m.department_id,
                    m.provider_id,
                    m.own_id
                  order by m.since
                ),
                min(m.payer_id) over (
                  partition by
                    m.source,
                    m.encounter_id,
                    m.facility_id,
                    m.department_id,
                    m.provider_id,
                    m.own_id
                  order by m.since
                )
              ) payer_id,
              lead(m.since) over (
                partition by
                  m.source,
                  m.encounter_id,
                  m.facility_id,
                  m.department_id,
                  m.provider_id,
                  m.own_id
                order by m.since
              ) replaced
            from (
              select
                e.source,
                e.encounter_id,
                e.facility_id,
                e.department_id,
                e.provider_id,
                e.own_id,
                e.since,
                sum(e.amount) amount,
                max(e.service_date) last_service,
                min(e.charged_to) charged_to,
                min(e.payer_id) payer_id
              from (
                select
                  t.source,
                  t.encounter_id,
                  t.facility_id,
                  t.department_id,
                  t.provider_id,
                  case
                    when t.encounter_id is null then t.id
                  end own_id,
                  greatest(
                    cast(date_trunc('month', coalesce(
                      t.posted_date,
                      t.service_date
                    )) as date),
                    date '2025-04-01'
                  ) since,
                  cast(
                    (coalesce(
                      t.billed,
                      0
                    ) - coalesce(
                      t.adjusted,
                      0
                    ))
                    as decimal(18, 2)
                  ) amount,
                  t.service_date,
                  case
                    when t.billed <> 0 then t.payer_id
                  end charged_to,
                  t.payer_id
                from transaction t
                where coalesce(
                  t.posted_date,
                  t.service_date
                ) <= date '2025-06-30'
                union all
                select
                  t.source,
                  t.encounter_id,
                  t.facility_id,
                  t.department_id,
                  t.provider_id,
                  case
                    when t.encounter_id is null then t.id
                  end own_id,
                  greatest(
                    cast(date_trunc('month', coalesce(
                      t.payment_date,
                      coalesce(
                        t.posted_date,
                        t.service_date
                      )
                    )) as date),
                    date '2025-04-01'
                  ) since,
                  (0 - coalesce(
                    t.paid,
                    0
                  )) amount,
                  t.service_date,
                  case
                    when t.billed <> 0 then t.payer_id
                  end charged_to,
                  t.payer_id
                from transaction t
                where (
                  coalesce(
                    t.payment_date,
                    coalesce(
                      t.posted_date,
                      t.service_date
                    )
                  ) <= date '2025-06-30'
                  and (
                    t.paid <> 0
                    or t.payment_date < coalesce(
                      t.posted_date,
                      t.service_date
                    )
                  )
                )
              ) e
              group by
                e.source,
                e.encounter_id,
                e.facility_id,
                e.department_id,
                e.provider_id,
                e.own_id,
                e.since
            ) m
          ) h
            join (
              values
                (date '2025-04-01', date '0001-01-01', date '2025-04-30', 0),
                (date '2025-05-01', date '0001-01-01', date '2025-05-31', 0),
                (date '2025-06-01', date '0001-01-01', date '2025-06-30', 0)
            ) p (period, first_day, last_day, days)
              on (
                p.period >= h.since
                and (
                  h.replaced is null
                  or p.period < h.replaced
                )
              )
        ) f
        where (
          f.balance <> 0
          and f.balance > 0
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
        f.period period,
        f.daily_charges,
        f.window_days
      from (
        select
          f.payer_id,
          f.source,
          p.period period,
          sum(coalesce(
            f.billed,
            0
          )) daily_charges,
          max(p.days) window_days
        from transaction f
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
        group by f.payer_id, f.source, p.period
      ) f
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
