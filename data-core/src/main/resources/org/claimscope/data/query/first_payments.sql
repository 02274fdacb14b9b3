-- uses: claims_now, families, remitting, primary_decisions
-- When each family was first answered and first paid. Zero-pay remittances pay nothing.
select source, family_id, min(adjudicated_date) as remit_date,
  min(payment_date) filter (where paid > 0) as payment_date
from primary_decisions
group by source, family_id
union all
select c.source, c.id, c.adjudicated_date, coalesce(c.payment_date, t.payment_date)
from claims_now c
left join transaction t on t.source = c.source and t.id = c.transaction_id and t.paid > 0
where c.source not in (select source from remitting)
