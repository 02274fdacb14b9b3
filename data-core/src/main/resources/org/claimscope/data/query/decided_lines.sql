-- uses: last_decisions
-- What the decision that stands says of each line (835 SVC), with its reasons by what they mean (CAS).
-- The twin tells apart lines of one code and charge.
select
  l.source, l.id, l.claim_id, l.line_control_number, l.procedure_code, l.revenue_code, l.units, l.billed, l.paid,
  coalesce(a.denied, 0) as denied, coalesce(a.patient, 0) as patient, coalesce(a.reduced, 0) as reduced, a.reasons,
  row_number() over (
    partition by l.source, l.claim_id, l.procedure_code, l.revenue_code, l.billed order by l.id) as twin
from remittance_line l
semi join last_decisions d on d.source = l.source and d.id = l.remittance_claim_id
left join (
  select
    source, remittance_line_id,
    sum(adjusted) filter (denies) as denied,
    sum(adjusted) filter (not denies and group_code = 'PR') as patient,
    sum(adjusted) filter (not denies and group_code is distinct from 'PR') as reduced,
    string_agg(concat_ws('-', group_code, carc), ', ' order by id) as reasons
  from (
    select *, coalesce(adjusted > 0 and denial_class in :denial_classes, false) as denies
    from adjustment where remittance_line_id is not null) c
  group by source, remittance_line_id) a
  on a.source = l.source and a.remittance_line_id = l.id
