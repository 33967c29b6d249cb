
-- Fixture for order_statuses
select 
    
    cast('completed' as character varying)
 as "status", 
    
    cast(True as BOOLEAN)
 as "counts", 
    
    cast('sale' as character varying)
 as "kind", cast(null as character varying(256)) as "platforms"
union all
select 
    
    cast('partiallyrefunded' as character varying)
 as "status", 
    
    cast(True as BOOLEAN)
 as "counts", 
    
    cast('sale' as character varying)
 as "kind", cast(null as character varying(256)) as "platforms"
union all
select 
    
    cast('shippedreturnedtoseller' as character varying)
 as "status", 
    
    cast(False as BOOLEAN)
 as "counts", 
    
    cast('refunded' as character varying)
 as "kind", cast(null as character varying(256)) as "platforms"
union all
select 
    
    cast('canceled' as character varying)
 as "status", 
    
    cast(False as BOOLEAN)
 as "counts", 
    
    cast('cancelled' as character varying)
 as "kind", cast(null as character varying(256)) as "platforms"