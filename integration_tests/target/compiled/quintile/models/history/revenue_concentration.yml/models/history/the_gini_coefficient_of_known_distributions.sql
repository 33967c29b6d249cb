with
 __dbt__cte__segment_outcomes as (

-- Fixture for segment_outcomes
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(80 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(3 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(1 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(2 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(5 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(5 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-04-30' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
), outcomes as (
    select * from __dbt__cte__segment_outcomes
),

customers_ranked as (
    select
        month_end,
        next_revenue,
        row_number() over (partition by month_end order by next_revenue) as place
    from outcomes
),

rankings_summed as (
    select
        month_end,
        count(*) as customers,
        cast(sum(next_revenue) as decimal(18, 4)) as revenue,
        sum(next_revenue * place) as ranked_revenue
    from customers_ranked
    group by month_end
),

ginis_computed as (
    select
        month_end,
        customers,
        revenue,
        (2 * cast(ranked_revenue as double) - (customers + 1) * cast(revenue as double))
    / nullif(customers * cast(revenue as double), 0) as gini
    from rankings_summed
)

select * from ginis_computed