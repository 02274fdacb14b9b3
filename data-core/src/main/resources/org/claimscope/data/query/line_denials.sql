-- What each line was denied, with the reason that took most (C8).
select source, remittance_line_id, sum(adjusted) as denied,
  arg_max(group_code, (adjusted, id)) as group_code, arg_max(carc, (adjusted, id)) as carc
from adjustment
where level = 'line' and adjusted > 0
  and denial_class in :denial_classes
group by source, remittance_line_id
