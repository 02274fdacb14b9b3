with
  appeals_adjudication_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      cast(
        sum(r.resolution_lag_sum)
        as bigint
      ) resolution_lag_sum,
      cast(
        sum(r.resolved_appeals)
        as bigint
      ) resolved_appeals
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
        f.resolution_lag_sum,
        f.resolved_appeals
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.decided_date) as date) period,
          sum(date_diff('day', f.denied_date, f.decided_date)) resolution_lag_sum,
          sum(case
            when f.decided_date is not null then 1
            else cast(0 as int)
          end) resolved_appeals
        from appeal f
        where (
          f.sent_date >= f.denied_date
          and f.decided_date >= date '2025-04-01'
          and f.decided_date <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.decided_date) as date)
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
  appeals_adjudication_date_period.payer,
  appeals_adjudication_date_period.payer_key,
  appeals_adjudication_date_period.period,
  (cast(
    coalesce(appeals_adjudication_date_period.resolution_lag_sum, 0)
    as double
  ) / nullif(
    cast(
      coalesce(appeals_adjudication_date_period.resolved_appeals, 0)
      as double
    ),
    0E0
  )) denial_resolution_days,
  coalesce(appeals_adjudication_date_period.resolution_lag_sum, 0) denial_resolution_days_numerator,
  coalesce(appeals_adjudication_date_period.resolved_appeals, 0) denial_resolution_days_denominator
from appeals_adjudication_date_period
order by
  appeals_adjudication_date_period.payer asc nulls last,
  appeals_adjudication_date_period.payer_key asc nulls last,
  appeals_adjudication_date_period.period asc nulls last
