
select *
from "shop"."main_quintile"."order_gaps"
where not coalesce(coalesce(gap > 0, place = gaps + 1), false)
