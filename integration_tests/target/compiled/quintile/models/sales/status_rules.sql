select
    status,
    cast(counts as boolean) as counts,
    kind
from "shop"."main_quintile"."order_statuses"