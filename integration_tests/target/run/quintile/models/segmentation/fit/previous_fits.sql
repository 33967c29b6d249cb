
    

    create  table
      "shop"."main_quintile"."previous_fits__dbt_tmp"
  
    
    as (
      with
rows_kept as (
    select cast(null as integer) as fit_id
    where false
)

select * from rows_kept
    );
    
  