with
  monthly_facts_posting_date_month_end as (
    select sum(r.fact_net_receivable) fact_net_receivable
    from (
      select case
        when f.kind = 'net_receivable' then coalesce(
          f.balance,
          0
        )
        else cast(0 as numeric)
      end fact_net_receivable
      from monthly_fact f
      where (
        f.month_end >= date '2025-06-30'
        and f.month_end <= date '2025-06-30'
      )
    ) r
  ),
  monthly_facts_posting_date_trailing_3_months as (
    select (cast(
      sum(r.fact_net_patient_revenue_a_day)
      as double
    ) / max(r.window_days)) fact_net_patient_revenue_a_day
    from (
      select
        case
          when f.kind = 'net_patient_revenue' then coalesce(
            f.balance,
            0
          )
          else cast(0 as numeric)
        end fact_net_patient_revenue_a_day,
        91 window_days
      from monthly_fact f
      where (
        f.month_end >= date '2025-04-02'
        and f.month_end <= date '2025-07-01'
      )
    ) r
  )
select
  (cast(
    coalesce(monthly_facts_posting_date_month_end.fact_net_receivable, 0)
    as double
  ) / nullif(
    cast(
      coalesce(monthly_facts_posting_date_trailing_3_months.fact_net_patient_revenue_a_day, 0)
      as double
    ),
    0E0
  )) days_in_ar_net,
  coalesce(monthly_facts_posting_date_month_end.fact_net_receivable, 0) days_in_ar_net_numerator,
  coalesce(monthly_facts_posting_date_trailing_3_months.fact_net_patient_revenue_a_day, 0) days_in_ar_net_denominator
from monthly_facts_posting_date_month_end
  cross join monthly_facts_posting_date_trailing_3_months
