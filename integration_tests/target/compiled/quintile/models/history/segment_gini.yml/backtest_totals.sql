
-- Fixture for backtest_totals
select 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast('2011-03-31' as DATE)
 as "fitted_at", 
    
    cast('cluster_label' as character varying)
 as "segmentation", 
    
    cast('All' as character varying)
 as "segment", 
    
    cast(3 as BIGINT)
 as "customers", cast(null as BIGINT) as "active_customers", cast(null as BIGINT) as "orders", 
    
    cast(21 as DECIMAL(18,4))
 as "net_revenue"
union all
select 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast(null as DATE)
 as "fitted_at", 
    
    cast('rfm_segment' as character varying)
 as "segmentation", 
    
    cast('B' as character varying)
 as "segment", 
    
    cast(1 as BIGINT)
 as "customers", cast(null as BIGINT) as "active_customers", cast(null as BIGINT) as "orders", 
    
    cast(1 as DECIMAL(18,4))
 as "net_revenue"
union all
select 
    
    cast('2011-06-30' as DATE)
 as "month_end", 
    
    cast(null as DATE)
 as "fitted_at", 
    
    cast('rfm_segment' as character varying)
 as "segmentation", 
    
    cast('A' as character varying)
 as "segment", 
    
    cast(1 as BIGINT)
 as "customers", cast(null as BIGINT) as "active_customers", cast(null as BIGINT) as "orders", 
    
    cast(6 as DECIMAL(18,4))
 as "net_revenue"
union all
select 
    
    cast('2011-06-30' as DATE)
 as "month_end", 
    
    cast(null as DATE)
 as "fitted_at", 
    
    cast('rfm_segment' as character varying)
 as "segmentation", 
    
    cast('B' as character varying)
 as "segment", 
    
    cast(1 as BIGINT)
 as "customers", cast(null as BIGINT) as "active_customers", cast(null as BIGINT) as "orders", 
    
    cast(0 as DECIMAL(18,4))
 as "net_revenue"
union all
select 
    
    cast('2011-06-30' as DATE)
 as "month_end", 
    
    cast(null as DATE)
 as "fitted_at", 
    
    cast('rfm_segment' as character varying)
 as "segmentation", 
    
    cast('C' as character varying)
 as "segment", 
    
    cast(2 as BIGINT)
 as "customers", cast(null as BIGINT) as "active_customers", cast(null as BIGINT) as "orders", 
    
    cast(2 as DECIMAL(18,4))
 as "net_revenue"
union all
select 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast(null as DATE)
 as "fitted_at", 
    
    cast('rfm_segment' as character varying)
 as "segmentation", 
    
    cast('A' as character varying)
 as "segment", 
    
    cast(2 as BIGINT)
 as "customers", cast(null as BIGINT) as "active_customers", cast(null as BIGINT) as "orders", 
    
    cast(20 as DECIMAL(18,4))
 as "net_revenue"
union all
select 
    
    cast('2011-06-30' as DATE)
 as "month_end", 
    
    cast('2011-03-31' as DATE)
 as "fitted_at", 
    
    cast('cluster_label' as character varying)
 as "segmentation", 
    
    cast('All' as character varying)
 as "segment", 
    
    cast(4 as BIGINT)
 as "customers", cast(null as BIGINT) as "active_customers", cast(null as BIGINT) as "orders", 
    
    cast(8 as DECIMAL(18,4))
 as "net_revenue"
union all
select 
    
    cast('2011-06-30' as DATE)
 as "month_end", 
    
    cast('2011-06-30' as DATE)
 as "fitted_at", 
    
    cast('cluster_label' as character varying)
 as "segmentation", 
    
    cast('Best' as character varying)
 as "segment", 
    
    cast(1 as BIGINT)
 as "customers", cast(null as BIGINT) as "active_customers", cast(null as BIGINT) as "orders", 
    
    cast(6 as DECIMAL(18,4))
 as "net_revenue"
union all
select 
    
    cast('2011-06-30' as DATE)
 as "month_end", 
    
    cast('2011-06-30' as DATE)
 as "fitted_at", 
    
    cast('cluster_label' as character varying)
 as "segmentation", 
    
    cast('Rest' as character varying)
 as "segment", 
    
    cast(3 as BIGINT)
 as "customers", cast(null as BIGINT) as "active_customers", cast(null as BIGINT) as "orders", 
    
    cast(2 as DECIMAL(18,4))
 as "net_revenue"