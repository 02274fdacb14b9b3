with
  accounts_as_of_up_to_end as (
    select
      sum(r.open_ar_over_90) open_ar_over_90,
      sum(r.open_ar) open_ar
    from (
      select
        case
          when f.age > cast(? as int) then f.balance
          else cast(0 as numeric)
        end open_ar_over_90,
        f.balance open_ar
      from (
        select
          b.source,
          b.id,
          b.encounter_id,
          b.facility_id,
          b.department_id,
          b.provider_id,
          b.payer_id,
          b.balance,
          date_diff('day', b.last_service, date '2025-07-01') age,
          b.first_billed,
          date '2025-07-01' as_of_day
        from account_balance b
        where (
          b.since <= date '2025-07-01'
          and b.until > date '2025-07-01'
          and b.balance <> 0
        )
      ) f
      where f.balance > 0
    ) r
  )
select
  (cast(
    coalesce(accounts_as_of_up_to_end.open_ar_over_90, 0)
    as double
  ) / nullif(
    cast(
      coalesce(accounts_as_of_up_to_end.open_ar, 0)
      as double
    ),
    0E0
  )) ar_over_90_pct_total,
  coalesce(accounts_as_of_up_to_end.open_ar_over_90, 0) ar_over_90_pct_total_numerator,
  coalesce(accounts_as_of_up_to_end.open_ar, 0) ar_over_90_pct_total_denominator
from accounts_as_of_up_to_end
