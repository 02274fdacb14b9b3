-- Sources that tell of claims. Of the others nobody knows what is billed.
select distinct source from claim
