
    
    



select currency
from "shop"."main_quintile"."currency_signs"
where currency is null


