-- Claims that the provider told of: sent, or with a place or a clinician of their own. A claim that
-- only a payer's answer names is not here. The newest word about each, since a claim that was sent by
-- the day may be told of later.
select * from claim
where valid_to = date '9999-12-31' and not is_closed and coalesce(submitted_date <= :as_of, true)
  and (submitted_date is not null or transaction_id is not null or facility_id is not null
    or department_id is not null or provider_id is not null or claim_type is not null)
