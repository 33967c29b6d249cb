
select *
from "shop"."main_quintile"."customer_rfm_versions"
where not coalesce(valid_from < coalesce(valid_to, valid_from + 1), false)
