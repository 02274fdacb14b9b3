-- Sources that send remittances. Of the others a claim's own status is all there is.
select distinct source from main.remittance_claim
