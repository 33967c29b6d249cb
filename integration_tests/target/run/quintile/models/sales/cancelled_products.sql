
    

    create  table
      "shop"."main_quintile"."cancelled_products__dbt_tmp"
  
    
    as (
      with
cancellations as (
    select * from "shop"."main_quintile"."negative_lines_classified"
    where line_class = 'cancellation'
        and True
),

products_listed as (
    select
        customer_id,
        product,
        min(case when quantity_is_given then 1 else 0 end) = 0 as is_measured_in_money
    from cancellations
    group by customer_id, product
)

select * from products_listed
    );
    
  