
    

    create  table
      "shop"."main"."as_of__dbt_tmp"
  
    
    as (
      select count(*) as orders from "shop"."main"."orders"
    );
    
  