with
  ledger_payment_date_month_to_date as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.months_payments) months_payments
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
        f.months_payments
      from (
        select
          f.payer_id,
          f.source,
          f.payment_date its_day,
          sum(coalesce(
            f.paid,
            0
          )) months_payments
        from transaction f
        where (
          f.payment_date <= date '2025-06-30'
          and f.payment_date >= date '2025-04-01'
        )
        group by
          f.payer_id,
          f.source,
          f.payment_date
      ) f
        join (
          values
            (date '2025-04-01', date '2025-04-01', date '2025-04-30', 30),
            (date '2025-05-01', date '2025-05-01', date '2025-05-31', 31),
            (date '2025-06-01', date '2025-06-01', date '2025-06-30', 30)
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
  monthly_facts_posting_date_trailing_3_months as (
    select
      r.payer,
      r.payer_key,
      r.period,
      (cast(
        sum(r.fact_net_patient_revenue_a_month)
        as double
      ) / 3E0) fact_net_patient_revenue_a_month
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
        f.fact_net_patient_revenue_a_month
      from (
        select
          f.payer_id,
          f.source,
          f.month_end its_day,
          sum(case
            when f.kind = 'net_patient_revenue' then coalesce(
              f.balance,
              0
            )
            else cast(0 as numeric)
          end) fact_net_patient_revenue_a_month
        from monthly_fact f
        where (
          f.month_end <= date '2025-06-30'
          and f.month_end >= date '2025-02-01'
        )
        group by
          f.payer_id,
          f.source,
          f.month_end
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
    select ledger_payment_date_month_to_date.payer, ledger_payment_date_month_to_date.payer_key, ledger_payment_date_month_to_date.period
    from ledger_payment_date_month_to_date
    union
    select monthly_facts_posting_date_trailing_3_months.payer, monthly_facts_posting_date_trailing_3_months.payer_key, monthly_facts_posting_date_trailing_3_months.period
    from monthly_facts_posting_date_trailing_3_months
  )
select
  members.payer,
  members.payer_key,
  members.period,
  (cast(
    coalesce(ledger_payment_date_month_to_date.months_payments, 0)
    as double
  ) / nullif(
    cast(
      coalesce(monthly_facts_posting_date_trailing_3_months.fact_net_patient_revenue_a_month, 0)
      as double
    ),
    0E0
  )) cash_to_net_revenue,
  coalesce(ledger_payment_date_month_to_date.months_payments, 0) cash_to_net_revenue_numerator,
  coalesce(monthly_facts_posting_date_trailing_3_months.fact_net_patient_revenue_a_month, 0) cash_to_net_revenue_denominator
from members
  left outer join ledger_payment_date_month_to_date
    on (
      members.payer is not distinct from ledger_payment_date_month_to_date.payer
      and members.payer_key is not distinct from ledger_payment_date_month_to_date.payer_key
      and members.period is not distinct from ledger_payment_date_month_to_date.period
    )
  left outer join monthly_facts_posting_date_trailing_3_months
    on (
      members.payer is not distinct from monthly_facts_posting_date_trailing_3_months.payer
      and members.payer_key is not distinct from monthly_facts_posting_date_trailing_3_months.payer_key
      and members.period is not distinct from monthly_facts_posting_date_trailing_3_months.period
    )
order by
  members.payer asc nulls last,
  members.payer_key asc nulls last,
  members.period asc nulls last
