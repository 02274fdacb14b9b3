-- Claims in the version that was valid on the day.
select * from claim where valid_from <= :as_of and valid_to > :as_of and not is_closed
