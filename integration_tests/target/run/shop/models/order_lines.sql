
    

    create  table
      "shop"."main"."order_lines__dbt_tmp"
  
    
    as (
      select * from read_csv('../data/sample/invoices.csv', all_varchar = true)
    );
    
  