-- The line check of the 835 (005010X221A1, 1.10.2.1): SVC02 less the CAS of its loop is SVC03.
select
  l.source, l.remittance_claim_id, count(*) filter (where l.billed - coalesce(a.adjusted, 0) <> l.paid) as lines_off,
  coalesce(sum(abs(l.billed - coalesce(a.adjusted, 0) - l.paid)), 0) as line_difference
from remittance_line l
left join (
  select source, remittance_line_id, sum(adjusted) as adjusted
  from adjustment where remittance_line_id is not null
  group by source, remittance_line_id) a
  on a.source = l.source and a.remittance_line_id = l.id
group by l.source, l.remittance_claim_id
