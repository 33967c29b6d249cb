with
rows_kept as (
    select * from "shop"."main_quintile"."cluster_model"
)

select * from rows_kept