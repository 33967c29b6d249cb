
-- Fixture for statuses_met
select 
    
    cast('void' as character varying)
 as "status", cast(null as BOOLEAN) as "is_known", 
    
    cast(False as BOOLEAN)
 as "counts", 
    
    cast('cancelled' as character varying)
 as "kind", cast(null as BIGINT) as "lines", cast(null as DECIMAL(38,4)) as "amount"
union all
select 
    
    cast('refunded' as character varying)
 as "status", cast(null as BOOLEAN) as "is_known", 
    
    cast(False as BOOLEAN)
 as "counts", 
    
    cast('refunded' as character varying)
 as "kind", cast(null as BIGINT) as "lines", cast(null as DECIMAL(38,4)) as "amount"
union all
select 
    
    cast('shipped' as character varying)
 as "status", cast(null as BOOLEAN) as "is_known", 
    
    cast(True as BOOLEAN)
 as "counts", 
    
    cast('sale' as character varying)
 as "kind", cast(null as BIGINT) as "lines", cast(null as DECIMAL(38,4)) as "amount"