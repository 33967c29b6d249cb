
    

    create  table
      "shop"."main"."time_spine__dbt_tmp"
  
    
    as (
      select count(*) as orders from "shop"."main"."orders"
    );
    
  