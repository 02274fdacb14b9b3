with
  ledger_posting_date_period as (
    select
      r.facility,
      r.facility_key,
      r.provider,
      r.provider_key,
      sum(r.charges) charges
    from (
      select
        case
          when facility.id is not null then coalesce(
            facility.name,
            '(none)'
          )
          else case
            when f.facility_id is null then '(none)'
            else '(unmatched)'
          end
        end facility,
        (facility.source || '/' || facility.id) facility_key,
        case
          when provider.id is not null then coalesce(
            trim((coalesce(
              provider.first_name,
              ''
            ) || ' ' || coalesce(
              provider.last_name,
              ''
            ))),
            '(none)'
          )
          else case
            when f.provider_id is null then '(none)'
            else '(unmatched)'
          end
        end provider,
        (provider.source || '/' || provider.id) provider_key,
        f.charges
      from (
        select
          f.facility_id,
          f.source,
          f.provider_id,
          f.payer_id,
          sum(coalesce(
            f.billed,
            0
          )) charges
        from transaction f
        where coalesce(
          f.posted_date,
          f.service_date
        ) <= date '2025-05-31'
        group by f.facility_id, f.source, f.provider_id, f.payer_id
      ) f
        left outer join facility facility
          on (
            facility.source = f.source
            and facility.id = f.facility_id
          )
        left outer join provider provider
          on (
            provider.source = f.source
            and provider.id = f.provider_id
            and provider.valid_from <= date '2025-05-31'
            and provider.valid_to > date '2025-05-31'
            and not (provider.is_closed = true)
          )
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
      where (
        false
        or case
          when payer.id is not null then coalesce(
            payer.payer_type,
            '(none)'
          )
          else case
            when f.payer_id is null then '(none)'
            else '(unmatched)'
          end
        end = cast(? as varchar)
      )
    ) r
    group by r.facility, r.facility_key, r.provider, r.provider_key
  ),
  ledger_payment_date_period as (
    select
      r.facility,
      r.facility_key,
      r.provider,
      r.provider_key,
      sum(r.payments) payments
    from (
      select
        case
          when facility.id is not null then coalesce(
            facility.name,
            '(none)'
          )
          else case
            when f.facility_id is null then '(none)'
            else '(unmatched)'
          end
        end facility,
        (facility.source || '/' || facility.id) facility_key,
        case
          when provider.id is not null then coalesce(
            trim((coalesce(
              provider.first_name,
              ''
            ) || ' ' || coalesce(
              provider.last_name,
              ''
            ))),
            '(none)'
          )
          else case
            when f.provider_id is null then '(none)'
            else '(unmatched)'
          end
        end provider,
        (provider.source || '/' || provider.id) provider_key,
        f.payments
      from (
        select
          f.facility_id,
          f.source,
          f.provider_id,
          f.payer_id,
          sum(coalesce(
            f.paid,
            0
          )) payments
        from transaction f
        where f.payment_date <= date '2025-05-31'
        group by f.facility_id, f.source, f.provider_id, f.payer_id
      ) f
        left outer join facility facility
          on (
            facility.source = f.source
            and facility.id = f.facility_id
          )
        left outer join provider provider
          on (
            provider.source = f.source
            and provider.id = f.provider_id
            and provider.valid_from <= date '2025-05-31'
            and provider.valid_to > date '2025-05-31'
            and not (provider.is_closed = true)
          )
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
      where (
        false
        or case
          when payer.id is not null then coalesce(
            payer.payer_type,
            '(none)'
          )
          else case
            when f.payer_id is null then '(none)'
            else '(unmatched)'
          end
        end = cast(? as varchar)
      )
    ) r
    group by r.facility, r.facility_key, r.provider, r.provider_key
  ),
  accounts_as_of_up_to_end as (
    select
      r.facility,
      r.facility_key,
      r.provider,
      r.provider_key,
      sum(r.open_ar) open_ar
    from (
      select
        case
          when facility.id is not null then coalesce(
            facility.name,
            '(none)'
          )
          else case
            when f.facility_id is null then '(none)'
            else '(unmatched)'
          end
        end facility,
        (facility.source || '/' || facility.id) facility_key,
        case
          when provider.id is not null then coalesce(
            trim((coalesce(
              provider.first_name,
              ''
            ) || ' ' || coalesce(
              provider.last_name,
              ''
            ))),
            '(none)'
          )
          else case
            when f.provider_id is null then '(none)'
            else '(unmatched)'
          end
        end provider,
        (provider.source || '/' || provider.id) provider_key,
        f.open_ar
      from (
        select
          f.facility_id,
          f.source,
          f.provider_id,
          f.payer_id,
          sum(f.balance) open_ar
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
            date_diff('day', b.last_service, date '2025-05-31') age,
            b.first_billed,
            date '2025-05-31' as_of_day
          from account_balance b
          where (
            b.since <= date '2025-05-31'
            and b.until > date '2025-05-31'
            and b.balance <> 0
          )
        ) f
        where f.balance > 0
        group by f.facility_id, f.source, f.provider_id, f.payer_id
      ) f
        left outer join facility facility
          on (
            facility.source = f.source
            and facility.id = f.facility_id
          )
        left outer join provider provider
          on (
            provider.source = f.source
            and provider.id = f.provider_id
            and provider.valid_from <= date '2025-05-31'
            and provider.valid_to > date '2025-05-31'
            and not (provider.is_closed = true)
          )
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
      where (
        false
        or case
          when payer.id is not null then coalesce(
            payer.payer_type,
            '(none)'
          )
          else case
            when f.payer_id is null then '(none)'
            else '(unmatched)'
          end
        end = cast(? as varchar)
      )
    ) r
    group by r.facility, r.facility_key, r.provider, r.provider_key
  ),
  ledger_posting_date_trailing_3_months as (
    select
      r.facility,
      r.facility_key,
      r.provider,
      r.provider_key,
      (cast(
        sum(r.daily_charges)
        as double
      ) / max(r.window_days)) daily_charges
    from (
      select
        case
          when facility.id is not null then coalesce(
            facility.name,
            '(none)'
          )
          else case
            when f.facility_id is null then '(none)'
            else '(unmatched)'
          end
        end facility,
        (facility.source || '/' || facility.id) facility_key,
        case
          when provider.id is not null then coalesce(
            trim((coalesce(
              provider.first_name,
              ''
            ) || ' ' || coalesce(
              provider.last_name,
              ''
            ))),
            '(none)'
          )
          else case
            when f.provider_id is null then '(none)'
            else '(unmatched)'
          end
        end provider,
        (provider.source || '/' || provider.id) provider_key,
        f.window_days,
        f.daily_charges
      from (
        select
          f.facility_id,
          f.source,
          f.provider_id,
          f.payer_id,
          max(92) window_days,
          sum(coalesce(
            f.billed,
            0
          )) daily_charges
        from transaction f
        where (
          coalesce(
            f.posted_date,
            f.service_date
          ) >= date '2025-03-01'
          and coalesce(
            f.posted_date,
            f.service_date
          ) <= date '2025-05-31'
        )
        group by f.facility_id, f.source, f.provider_id, f.payer_id
      ) f
        left outer join facility facility
          on (
            facility.source = f.source
            and facility.id = f.facility_id
          )
        left outer join provider provider
          on (
            provider.source = f.source
            and provider.id = f.provider_id
            and provider.valid_from <= date '2025-05-31'
            and provider.valid_to > date '2025-05-31'
            and not (provider.is_closed = true)
          )
        left outer join payer payer
          on (
            payer.source = f.source
            and payer.id = f.payer_id
          )
      where (
        false
        or case
          when payer.id is not null then coalesce(
            payer.payer_type,
            '(none)'
          )
          else case
            when f.payer_id is null then '(none)'
            else '(unmatched)'
          end
        end = cast(? as varchar)
      )
    ) r
    group by r.facility, r.facility_key, r.provider, r.provider_key
  ),
  members as (
    select ledger_posting_date_period.facility, ledger_posting_date_period.facility_key, ledger_posting_date_period.provider, ledger_posting_date_period.provider_key
    from ledger_posting_date_period
    union
    select ledger_payment_date_period.facility, ledger_payment_date_period.facility_key, ledger_payment_date_period.provider, ledger_payment_date_period.provider_key
    from ledger_payment_date_period
    union
    select accounts_as_of_up_to_end.facility, accounts_as_of_up_to_end.facility_key, accounts_as_of_up_to_end.provider, accounts_as_of_up_to_end.provider_key
    from accounts_as_of_up_to_end
    union
    select ledger_posting_date_trailing_3_months.facility, ledger_posting_date_trailing_3_months.facility_key, ledger_posting_date_trailing_3_months.provider, ledger_posting_date_trailing_3_months.provider_key
    from ledger_posting_date_trailing_3_months
  )
select
  members.facility,
  members.facility_key,
  members.provider,
  members.provider_key,
  coalesce(ledger_posting_date_period.charges, 0) charges,
  coalesce(ledger_payment_date_period.payments, 0) payments,
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
  left outer join ledger_posting_date_period
    on (
      members.facility is not distinct from ledger_posting_date_period.facility
      and members.facility_key is not distinct from ledger_posting_date_period.facility_key
      and members.provider is not distinct from ledger_posting_date_period.provider
      and members.provider_key is not distinct from ledger_posting_date_period.provider_key
    )
  left outer join ledger_payment_date_period
    on (
      members.facility is not distinct from ledger_payment_date_period.facility
      and members.facility_key is not distinct from ledger_payment_date_period.facility_key
      and members.provider is not distinct from ledger_payment_date_period.provider
      and members.provider_key is not distinct from ledger_payment_date_period.provider_key
    )
  left outer join accounts_as_of_up_to_end
    on (
      members.facility is not distinct from accounts_as_of_up_to_end.facility
      and members.facility_key is not distinct from accounts_as_of_up_to_end.facility_key
      and members.provider is not distinct from accounts_as_of_up_to_end.provider
      and members.provider_key is not distinct from accounts_as_of_up_to_end.provider_key
    )
  left outer join ledger_posting_date_trailing_3_months
    on (
      members.facility is not distinct from ledger_posting_date_trailing_3_months.facility
      and members.facility_key is not distinct from ledger_posting_date_trailing_3_months.facility_key
      and members.provider is not distinct from ledger_posting_date_trailing_3_months.provider
      and members.provider_key is not distinct from ledger_posting_date_trailing_3_months.provider_key
    )
order by
  coalesce(ledger_payment_date_period.payments, 0) desc nulls last,
  members.facility asc nulls last,
  members.facility_key asc nulls last,
  members.provider asc nulls last,
  members.provider_key asc nulls last
limit 10
