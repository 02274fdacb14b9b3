-- The plan that each patient has with each payer, from which day to which. A plan ends where the next one begins.
select source, patient_id, payer_id, plan_name, begins,
  least(
    coalesce(effective_to + 1, date '9999-12-31'),
    lead(begins, 1, date '9999-12-31') over (partition by source, patient_id, payer_id order by begins)) as ends
from (
  select source, patient_id, payer_id, coalesce(effective_from, date '0001-01-01') as begins,
    max(plan_name) as plan_name, max(effective_to) as effective_to
  from coverage
  where plan_name is not null and valid_from <= :as_of and valid_to > :as_of and not is_closed
  group by source, patient_id, payer_id, coalesce(effective_from, date '0001-01-01')) plans
