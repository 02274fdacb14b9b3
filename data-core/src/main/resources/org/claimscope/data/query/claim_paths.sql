-- by claim: claim_id
-- uses: sendings, turned_away, voided, family_claims, first_answers, won_back, denial_write_offs, denial_work
-- Where each family went: what was answered first, what was done about a denial, and what came of it.
-- Families that are not here wait for their first answer; rejected are those whose last sending was.
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
select l.source, l.family_id, 'Rejected', null, null
from (
  select s.source, coalesce(m.family_id, s.family_id) as family_id,
    arg_max(t.id is not null or coalesce(s.edit_outcome, '') = 'Rejected', (s.submitted_date, s.id)) as is_rejected
  from sendings s
  left join family_claims m on m.source = s.source and m.claim_id = s.claim_id
  left join turned_away t on t.source = s.source and t.id = s.id
  where s.submitted_date is not null
  group by s.source, coalesce(m.family_id, s.family_id)) l
anti join first_answers a on a.source = l.source and a.family_id = l.family_id
anti join voided v on v.source = l.source and v.family_id = l.family_id
where l.is_rejected
