
select *
from "shop"."main_quintile"."value_class_bounds"
where not coalesce(coalesce(a_from >= b_from, true), false)
