
    
    



select line_id
from "shop"."main_quintile"."cancellation_ledger"
where line_id is null


