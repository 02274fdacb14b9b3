with
  encounters_service_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      cast(
        sum(r.encounter_count)
        as bigint
      ) encounter_count
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
        f.encounter_count
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.service_date) as date) period,
          sum(1) encounter_count
        from encounter f
        where (
          f.service_date >= date '2025-04-01'
          and f.service_date <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.service_date) as date)
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
  encounters_service_date_period.payer,
  encounters_service_date_period.payer_key,
  encounters_service_date_period.period,
  coalesce(encounters_service_date_period.encounter_count, 0) encounter_count
from encounters_service_date_period
order by
  encounters_service_date_period.payer asc nulls last,
  encounters_service_date_period.payer_key asc nulls last,
  encounters_service_date_period.period asc nulls last
