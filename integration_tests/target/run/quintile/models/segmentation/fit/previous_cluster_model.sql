
    

    create  table
      "shop"."main_quintile"."previous_cluster_model__dbt_tmp"
  
    
    as (
      with
rows_kept as (
    select * from "shop"."main_quintile"."cluster_model"
)

select * from rows_kept
    );
    
  