
-- Fixture for backtest_totals
select 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast(null as DATE)
 as "fitted_at", 
    
    cast('rfm_segment' as character varying)
 as "segmentation", 
    
    cast('High' as character varying)
 as "segment", 
    
    cast(1 as BIGINT)
 as "customers", 
    
    cast(1 as BIGINT)
 as "active_customers", 
    
    cast(3 as BIGINT)
 as "orders", 
    
    cast(60 as DECIMAL(18,4))
 as "net_revenue"
union all
select 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast(null as DATE)
 as "fitted_at", 
    
    cast('rfm_segment' as character varying)
 as "segmentation", 
    
    cast('Low' as character varying)
 as "segment", 
    
    cast(3 as BIGINT)
 as "customers", 
    
    cast(1 as BIGINT)
 as "active_customers", 
    
    cast(1 as BIGINT)
 as "orders", 
    
    cast(20 as DECIMAL(18,4))
 as "net_revenue"
union all
select 
    
    cast('2011-02-28' as DATE)
 as "month_end", 
    
    cast(null as DATE)
 as "fitted_at", 
    
    cast('rfm_segment' as character varying)
 as "segmentation", 
    
    cast('Low' as character varying)
 as "segment", 
    
    cast(1 as BIGINT)
 as "customers", 
    
    cast(0 as BIGINT)
 as "active_customers", 
    
    cast(0 as BIGINT)
 as "orders", 
    
    cast(0 as DECIMAL(18,4))
 as "net_revenue"