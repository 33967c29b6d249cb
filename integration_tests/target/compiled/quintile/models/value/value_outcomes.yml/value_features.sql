
-- Fixture for value_features
select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", 
    
    cast('2011-03-01' as DATE)
 as "outcome_end", cast(null as INTEGER) as "frequency", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "tenure_days", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "orders_30_days", cast(null as DECIMAL(18,4)) as "monetary_30_days", cast(null as INTEGER) as "orders_90_days", cast(null as DECIMAL(18,4)) as "monetary_90_days", cast(null as INTEGER) as "orders_180_days", cast(null as DECIMAL(18,4)) as "monetary_180_days", cast(null as INTEGER) as "orders_365_days", cast(null as DECIMAL(18,4)) as "monetary_365_days", cast(null as INTEGER) as "year_ago_orders", cast(null as DECIMAL(18,4)) as "year_ago_monetary", cast(null as INTEGER) as "cancelled_orders", cast(null as DECIMAL(18,4)) as "cancelled_monetary"
union all
select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", 
    
    cast('2011-03-01' as DATE)
 as "outcome_end", cast(null as INTEGER) as "frequency", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "tenure_days", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "orders_30_days", cast(null as DECIMAL(18,4)) as "monetary_30_days", cast(null as INTEGER) as "orders_90_days", cast(null as DECIMAL(18,4)) as "monetary_90_days", cast(null as INTEGER) as "orders_180_days", cast(null as DECIMAL(18,4)) as "monetary_180_days", cast(null as INTEGER) as "orders_365_days", cast(null as DECIMAL(18,4)) as "monetary_365_days", cast(null as INTEGER) as "year_ago_orders", cast(null as DECIMAL(18,4)) as "year_ago_monetary", cast(null as INTEGER) as "cancelled_orders", cast(null as DECIMAL(18,4)) as "cancelled_monetary"
union all
select 
    
    cast(2 as INTEGER)
 as "window_number", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast('2011-02-02' as DATE)
 as "as_of_date", 
    
    cast('2011-03-02' as DATE)
 as "outcome_end", cast(null as INTEGER) as "frequency", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "tenure_days", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "orders_30_days", cast(null as DECIMAL(18,4)) as "monetary_30_days", cast(null as INTEGER) as "orders_90_days", cast(null as DECIMAL(18,4)) as "monetary_90_days", cast(null as INTEGER) as "orders_180_days", cast(null as DECIMAL(18,4)) as "monetary_180_days", cast(null as INTEGER) as "orders_365_days", cast(null as DECIMAL(18,4)) as "monetary_365_days", cast(null as INTEGER) as "year_ago_orders", cast(null as DECIMAL(18,4)) as "year_ago_monetary", cast(null as INTEGER) as "cancelled_orders", cast(null as DECIMAL(18,4)) as "cancelled_monetary"