
-- Fixture for customer_countries
select 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('France' as character varying)
 as "country"