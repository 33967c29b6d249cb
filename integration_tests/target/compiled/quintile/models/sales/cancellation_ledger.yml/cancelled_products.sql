
-- Fixture for cancelled_products
select 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "product", 
    
    cast(False as BOOLEAN)
 as "is_measured_in_money"
union all
select 
    
    cast('2' as character varying)
 as "customer_id", 
    
    cast(null as character varying(256))
 as "product", 
    
    cast(False as BOOLEAN)
 as "is_measured_in_money"