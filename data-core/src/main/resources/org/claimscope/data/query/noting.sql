-- Sources that send notes of care. Of the others nobody knows what is documented.
select distinct source from note
where not starts_with(coalesce(note_type, ''), 'Claim note ') and not starts_with(coalesce(note_type, ''), 'Attachment ')
