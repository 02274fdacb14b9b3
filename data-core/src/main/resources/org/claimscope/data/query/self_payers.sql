-- Payers that are the patients themselves: no claim is ever sent to them.
select source, id from payer
where lower(coalesce(payer_type, name)) in ('self-pay', 'self pay', 'selfpay', 'patient', 'uninsured')
