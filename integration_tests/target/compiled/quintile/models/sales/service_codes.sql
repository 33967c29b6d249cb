select
    code_pattern,
    cast(is_uci_only as boolean) as is_uci_only,
    kind
from "shop"."main_quintile"."non_product_codes"