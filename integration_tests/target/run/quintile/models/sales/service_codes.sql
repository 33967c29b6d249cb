
  
  create view "shop"."main_quintile"."service_codes__dbt_tmp" as (
    select
    code_pattern,
    cast(is_uci_only as boolean) as is_uci_only,
    kind
from "shop"."main_quintile"."non_product_codes"
  );
