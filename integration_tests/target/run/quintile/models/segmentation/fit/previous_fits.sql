
    

    create  table
      "shop"."main_quintile"."previous_fits__dbt_tmp"
  
    
    as (
      with
rows_kept as (
    select * from "shop"."main_quintile"."kmeans_fits"
)

select * from rows_kept
    );
    
  