with
  claims_payment_date_period as (
    select
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
        date_diff('day', f.submitted_date, coalesce(
          f.payment_date,
          payment.payment_date
        )) days_to_pay_sum,
        1 paid_claims
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
      )
    ) r
  )
select
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
