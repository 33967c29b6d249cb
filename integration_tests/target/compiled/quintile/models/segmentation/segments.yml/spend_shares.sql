
-- Fixture for spend_shares
select 
    
    cast(10 as DECIMAL(18,4))
 as "monetary", 
    
    cast(0.5 as DOUBLE)
 as "share_below", 
    
    cast(0 as DOUBLE)
 as "share_above"
union all
select 
    
    cast(5 as DECIMAL(18,4))
 as "monetary", 
    
    cast(0 as DOUBLE)
 as "share_below", 
    
    cast(0.5 as DOUBLE)
 as "share_above"