
    
    



select line_id
from "shop"."main_quintile"."refund_ledger"
where line_id is null


