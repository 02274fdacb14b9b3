-- uses: primary_decisions, voided
-- The first decision of a first payer about each family that was not taken back: later corrections
-- and takebacks never rewrite it (C5).
select d.*
from primary_decisions d
anti join voided v on v.source = d.source and v.family_id = d.family_id
qualify row_number() over (partition by d.source, d.family_id order by d.adjudicated_date, d.id) = 1
