
    

    create  table
      "shop"."main"."segments__dbt_tmp"
  
    
    as (
      select count(*) as orders from "shop"."main"."orders"
    );
    
  