with
  accounts_as_of_up_to_end as (
    select cast(
      sum(r.credit_accounts)
      as bigint
    ) credit_accounts
    from (
      select 1 credit_accounts
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
select coalesce(accounts_as_of_up_to_end.credit_accounts, 0) credit_balance_accounts
from accounts_as_of_up_to_end
