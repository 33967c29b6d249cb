with
rows_kept as (
    select * from "shop"."main_quintile"."model_drift"
)

select * from rows_kept