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
