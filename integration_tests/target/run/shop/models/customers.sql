
    

    create  table
      "shop"."main"."customers__dbt_tmp"
  
    
    as (
      select count(*) as orders from "shop"."main"."orders"
    );
    
  