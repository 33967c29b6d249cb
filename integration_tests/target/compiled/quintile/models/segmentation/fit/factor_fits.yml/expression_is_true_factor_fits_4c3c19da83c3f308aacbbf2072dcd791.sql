
select *
from "shop"."main_quintile"."factor_fits"
where not coalesce(cluster_id = 0 or lower_bound < centre, false)
