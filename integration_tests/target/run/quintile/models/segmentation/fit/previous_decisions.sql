
    

    create  table
      "shop"."main_quintile"."previous_decisions__dbt_tmp"
  
    
    as (
      with
rows_kept as (
    select cast(null as integer) as build_number
    where false
)

select * from rows_kept
    );
    
  