-- What happened to a claim, as feeds tell: sent (837), taken in or turned away (277CA, 277), decided, paid and taken
-- back (835), contested. One row an event.
select source, claim_id, id, submitted_date as day,
  case frequency_code when '7' then 'SENT_CORRECTED' when '8' then 'SENT_VOID' else 'SENT' end as kind, billed as amount
from submission where submitted_date is not null
union all
select source, claim_id, id, status_date,
  case outcome when 'Accepted' then 'ACCEPTED' when 'Rejected' then 'REJECTED' when 'Pending' then 'PENDING'
    else 'INFORMATION_REQUESTED' end, billed
from acknowledgement
where status_date is not null and outcome in ('Accepted', 'Rejected', 'Pending', 'Information requested')
union all
select r.source, r.claim_id, r.id, coalesce(m.production_date, r.payment_date, m.payment_date),
  case when r.status = '22' then 'TAKEN_BACK' when r.denied > 0 and r.paid > 0 then 'PART_DENIED'
    when r.denied > 0 then 'DENIED' when r.paid > 0 then 'PAID' else 'DECIDED' end, r.paid
from remittance_claim r
left join remittance m on m.source = r.source and m.id = r.remittance_id
where coalesce(r.status, '1') not in ('23', '25') and coalesce(m.production_date, r.payment_date, m.payment_date) is not null
union all
select source, claim_id, id, sent_date, 'APPEALED', appealed from appeal where sent_date is not null
union all
select source, claim_id, id, decided_date, 'APPEAL_DECIDED', recovered from appeal where decided_date is not null
