-- uses: decided_lines, sent_lines
-- Which decided line answers which billed one: by the number of the line (REF*6R) where both sides
-- have it, else by code and charge.
select s.source, s.id as sent_id, d.id as decided_id
from sent_lines s
join decided_lines d on d.source = s.source and d.claim_id = s.claim_id
  and coalesce(
    d.line_control_number = s.line_control_number,
    d.procedure_code is not distinct from s.procedure_code and d.revenue_code is not distinct from s.revenue_code
      and d.billed = s.billed and d.twin = s.twin)
