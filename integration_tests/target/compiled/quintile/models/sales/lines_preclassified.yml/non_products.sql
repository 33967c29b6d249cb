
-- Fixture for non_products
select 
    
    cast('POST' as character varying)
 as "stock_code", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", 
    
    cast('postage' as character varying)
 as "kind"