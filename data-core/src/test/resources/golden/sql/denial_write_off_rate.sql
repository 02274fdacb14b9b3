with
  ledger_posting_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.denials_written_off) denials_written_off
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
        f.denials_written_off
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', coalesce(
            f.posted_date,
            f.service_date
          )) as date) period,
          sum(coalesce(
            f.adjusted,
            0
          )) denials_written_off
        from transaction f
        where (
          f.adjustment_type = 'Denial write-off'
          and coalesce(
            f.posted_date,
            f.service_date
          ) >= date '2025-04-01'
          and coalesce(
            f.posted_date,
            f.service_date
          ) <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          cast(date_trunc('month', coalesce(
            f.posted_date,
            f.service_date
          )) as date)
      ) f
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
    ) r
    group by r.payer, r.payer_key, r.period
  ),
  monthly_facts_posting_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      sum(r.fact_net_patient_revenue) fact_net_patient_revenue
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
        f.fact_net_patient_revenue
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.month_end) as date) period,
          sum(case
            when f.kind = 'net_patient_revenue' then coalesce(
              f.balance,
              0
            )
            else cast(0 as numeric)
          end) fact_net_patient_revenue
        from monthly_fact f
        where (
          f.month_end >= date '2025-04-01'
          and f.month_end <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.month_end) as date)
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
    select ledger_posting_date_period.payer, ledger_posting_date_period.payer_key, ledger_posting_date_period.period
    from ledger_posting_date_period
    union
    select monthly_facts_posting_date_period.payer, monthly_facts_posting_date_period.payer_key, monthly_facts_posting_date_period.period
    from monthly_facts_posting_date_period
  )
select
  members.payer,
  members.payer_key,
  members.period,
  (cast(
    coalesce(ledger_posting_date_period.denials_written_off, 0)
    as double
  ) / nullif(
    cast(
      coalesce(monthly_facts_posting_date_period.fact_net_patient_revenue, 0)
      as double
    ),
    0E0
  )) denial_write_off_rate,
  coalesce(ledger_posting_date_period.denials_written_off, 0) denial_write_off_rate_numerator,
  coalesce(monthly_facts_posting_date_period.fact_net_patient_revenue, 0) denial_write_off_rate_denominator
from members
  left outer join ledger_posting_date_period
    on (
      members.payer is not distinct from ledger_posting_date_period.payer
      and members.payer_key is not distinct from ledger_posting_date_period.payer_key
      and members.period is not distinct from ledger_posting_date_period.period
    )
  left outer join monthly_facts_posting_date_period
    on (
      members.payer is not distinct from monthly_facts_posting_date_period.payer
      and members.payer_key is not distinct from monthly_facts_posting_date_period.payer_key
      and members.period is not distinct from monthly_facts_posting_date_period.period
    )
order by
  members.payer asc nulls last,
  members.payer_key asc nulls last,
  members.period asc nulls last
