
-- Fixture for cancelled_products
select 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('B' as character varying)
 as "product", cast(null as BOOLEAN) as "is_measured_in_money"
union all
select 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast(null as character varying(256))
 as "product", cast(null as BOOLEAN) as "is_measured_in_money"