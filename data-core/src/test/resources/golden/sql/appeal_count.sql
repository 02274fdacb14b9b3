with
  appeals_submission_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      cast(
        sum(r.appeal_count)
        as bigint
      ) appeal_count
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
        f.appeal_count
      from (
        select
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.sent_date) as date) period,
          sum(1) appeal_count
        from appeal f
        where (
          f.sent_date >= date '2025-04-01'
          and f.sent_date <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          cast(date_trunc('month', f.sent_date) as date)
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
  appeals_submission_date_period.payer,
  appeals_submission_date_period.payer_key,
  appeals_submission_date_period.period,
  coalesce(appeals_submission_date_period.appeal_count, 0) appeal_count
from appeals_submission_date_period
order by
  appeals_submission_date_period.payer asc nulls last,
  appeals_submission_date_period.payer_key asc nulls last,
  appeals_submission_date_period.period asc nulls last
