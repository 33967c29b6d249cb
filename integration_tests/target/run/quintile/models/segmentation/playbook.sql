
  
  create view "shop"."main_quintile"."playbook__dbt_tmp" as (
    select
    cluster_label,
    recommended_action,
    channel,
    cast(priority as integer) as priority
from "shop"."main"."playbook_of_the_shop"
  );
