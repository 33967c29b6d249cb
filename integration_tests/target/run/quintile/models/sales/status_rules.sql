
  
  create view "shop"."main_quintile"."status_rules__dbt_tmp" as (
    select
    status,
    cast(counts as boolean) as counts,
    kind
from "shop"."main_quintile"."order_statuses"
  );
