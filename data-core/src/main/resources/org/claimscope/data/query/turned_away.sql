-- uses: sendings
-- Sendings that were turned away at the front (277CA, 277, 999): the last one before each answer.
select r.source,
  arg_max(s.id, (case when s.submitted_date < r.status_date then s.submitted_date else date '0001-01-01' end, s.id)) as id
from (
  select distinct source, claim_id, status_date from acknowledgement
  where outcome = 'Rejected' and claim_id is not null and status_date <= :as_of) r
join sendings s on s.source = r.source and s.claim_id = r.claim_id and s.submitted_date <= r.status_date
group by r.source, r.claim_id, r.status_date
