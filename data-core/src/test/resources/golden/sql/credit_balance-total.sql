with
  accounts_as_of_up_to_end as (
    select sum(r.credit_ar) credit_ar
    from (
      select f.balance credit_ar
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
      where f.balance < 0
    ) r
  )
select coalesce(accounts_as_of_up_to_end.credit_ar, 0) credit_balance
from accounts_as_of_up_to_end
