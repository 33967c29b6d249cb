
    
    



select sign
from "shop"."main_quintile"."currency_signs"
where sign is null


