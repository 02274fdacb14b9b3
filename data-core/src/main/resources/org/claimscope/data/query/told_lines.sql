-- uses: answered_lines, decided_lines, sent_lines
-- The lines of each claim, as they were billed and beside it as they were decided. Where a payer
-- answers other lines than were billed, both stand.
select
  s.source, s.claim_id, s.id, s.line_number, s.procedure_code, s.revenue_code, s.units, s.billed, 1 as sent,
  d.reduced, d.patient, d.denied, d.paid, d.reasons
from sent_lines s
left join answered_lines b on b.source = s.source and b.sent_id = s.id
left join decided_lines d on d.source = b.source and d.id = b.decided_id
union all by name
select
  d.source, d.claim_id, d.id, cast(null as varchar) as line_number, d.procedure_code, d.revenue_code, d.units, d.billed,
  cast(null as integer) as sent, d.reduced, d.patient, d.denied, d.paid, d.reasons
from decided_lines d
anti join answered_lines b on b.source = d.source and b.decided_id = d.id
