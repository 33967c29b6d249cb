
select
    sign, currency,
    count(*) as rows_found
from "shop"."main_quintile"."currency_signs"
group by sign, currency
having count(*) > 1
