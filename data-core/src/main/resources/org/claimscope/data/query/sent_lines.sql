-- Each line as it was billed (837 SV1, SV2). The twin tells apart lines of one code and charge.
select *, row_number() over (
  partition by source, claim_id, procedure_code, revenue_code, billed order by id) as twin
from claim_line
