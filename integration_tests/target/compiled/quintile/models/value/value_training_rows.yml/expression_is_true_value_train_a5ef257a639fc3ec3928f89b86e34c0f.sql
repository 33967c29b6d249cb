
select *
from "shop"."main_quintile"."value_training_rows"
where not coalesce(purpose = 'predict' or actual_orders is not null, false)
