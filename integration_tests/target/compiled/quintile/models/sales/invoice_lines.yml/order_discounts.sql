
-- Fixture for order_discounts
select 
    
    cast(7 as BIGINT)
 as "line_id", 
    
    cast(-6 as DECIMAL(18,4))
 as "net_amount"