with
  claims_payment_date_period as (
    select
      r.payer,
      r.payer_key,
      r.period,
      cast(
        sum(r.days_to_pay_sum)
        as bigint
      ) days_to_pay_sum,
      cast(
        sum(r.paid_claims)
        as bigint
      ) paid_claims
    from (
      select
        coalesce(
          payer.name,
          f.payer_name,
          case
            when f.payer_id is null then '(none)'
            else '(unmatched)'
          end
        ) payer,
        coalesce(
          (payer.source || '/' || payer.id),
          (f.source || '/' || f.payer_name)
        ) payer_key,
        f.period period,
        f.days_to_pay_sum,
        f.paid_claims
      from (
        select
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', coalesce(
            f.payment_date,
            payment.payment_date
          )) as date) period,
          sum(date_diff('day', f.submitted_date, coalesce(
            f.payment_date,
            payment.payment_date
          ))) days_to_pay_sum,
          sum(1) paid_claims
        from claim f
          left outer join transaction payment
            on (
              payment.source = f.source
              and payment.id = f.transaction_id
              and coalesce(
                payment.paid,
                0
              ) > 0
            )
        where (
          f.valid_to = date '9999-12-31'
          and not (f.is_closed = true)
          and coalesce(
            f.payment_date,
            payment.payment_date
          ) >= f.submitted_date
          and coalesce(
            f.payment_date,
            payment.payment_date
          ) >= date '2025-04-01'
          and coalesce(
            f.payment_date,
            payment.payment_date
          ) <= date '2025-06-30'
        )
        group by
          f.payer_id,
          f.source,
          f.payer_name,
          cast(date_trunc('month', coalesce(
            f.payment_date,
            payment.payment_date
          )) as date)
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
  claims_payment_date_period.payer,
  claims_payment_date_period.payer_key,
  claims_payment_date_period.period,
  (cast(
    coalesce(claims_payment_date_period.days_to_pay_sum, 0)
    as double
  ) / nullif(
    cast(
      coalesce(claims_payment_date_period.paid_claims, 0)
      as double
    ),
    0E0
  )) days_to_pay,
  coalesce(claims_payment_date_period.days_to_pay_sum, 0) days_to_pay_numerator,
  coalesce(claims_payment_date_period.paid_claims, 0) days_to_pay_denominator
from claims_payment_date_period
order by
  claims_payment_date_period.payer asc nulls last,
  claims_payment_date_period.payer_key asc nulls last,
  claims_payment_date_period.period asc nulls last
