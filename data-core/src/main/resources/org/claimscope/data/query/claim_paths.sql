-- uses: claims_now, voided, family_claims, first_answers, won_back, denial_write_offs, denial_work
-- Where each family went: what was answered first, what was done about a denial, and what came of it.
-- Families that are not here wait for their first answer.
select
  a.source, a.family_id as claim_id,
  case when a.is_denied then 'Denied' else 'Settled' end as first_answer,
  case
    when not a.is_denied then null
    when w.is_appealed then 'Appealed'
    when w.is_resent then 'Sent again'
    when b.family_id is not null then 'Decided again'
    when o.family_id is not null then 'Written off'
    else 'Not worked' end as denial_follow_up,
  case
    when not a.is_denied then null
    when b.family_id is not null then 'Recovered'
    when o.family_id is not null then 'Lost'
    when w.waits then 'With the payer'
    else 'In our queue' end as denial_outcome
from first_answers a
left join won_back b on b.source = a.source and b.family_id = a.family_id
left join denial_write_offs o on o.source = a.source and o.family_id = a.family_id
left join denial_work w on w.source = a.source and w.family_id = a.family_id
anti join voided v on v.source = a.source and v.family_id = a.family_id
union all
select source, family_id, 'Taken back', null, null from voided
union all
select c.source, c.id, 'Rejected', null, null
from claims_now c
anti join first_answers a on a.source = c.source and a.family_id = c.id
anti join voided v on v.source = c.source and v.family_id = c.id
anti join family_claims m on m.source = c.source and m.claim_id = c.id
where c.claim_status = 'Rejected'
