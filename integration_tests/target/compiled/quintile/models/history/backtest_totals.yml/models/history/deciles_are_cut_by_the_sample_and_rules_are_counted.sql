with
 __dbt__cte__segment_outcomes as (

-- Fixture for segment_outcomes
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", 
    
    cast('Lost' as character varying)
 as "rfm_segment", 
    
    cast(0 as BIGINT)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(10.01 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", 
    
    cast('Lost' as character varying)
 as "rfm_segment", 
    
    cast(0 as BIGINT)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(91 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", 
    
    cast('Lost' as character varying)
 as "rfm_segment", 
    
    cast(2 as BIGINT)
 as "next_orders", 
    
    cast(9 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(500 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", 
    
    cast('Champions' as character varying)
 as "rfm_segment", 
    
    cast(0 as BIGINT)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
),  __dbt__cte__backtest_sample as (
select date '2011-03-31' as month_end, cast(10 * number as decimal(18, 4)) as monetary
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10)) as numbers (number)
),  __dbt__cte__cluster_outcomes as (

-- Fixture for cluster_outcomes
select 
    
    cast('2011-01-31' as DATE)
 as "fitted_at", 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast('big' as character varying)
 as "cluster_label", 
    
    cast(4 as BIGINT)
 as "customers", 
    
    cast(1 as HUGEINT)
 as "active_customers", 
    
    cast(2 as HUGEINT)
 as "orders", 
    
    cast(9 as DECIMAL(38,4))
 as "net_revenue"
), outcomes as (
    select * from __dbt__cte__segment_outcomes
),

customers_sampled as (
    select * from __dbt__cte__backtest_sample
),

cluster_outcomes as (
    select * from __dbt__cte__cluster_outcomes
),

deciles_bounded as (
    select
        month_end,
        quantile_cont(cast(monetary as double), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) as bounds
    from customers_sampled
    group by month_end
),

deciles_found as (
    select
        outcomes.month_end,
        outcomes.rfm_segment,
        1
        + case when outcomes.monetary > deciles_bounded.bounds[1] then 1 else 0 end
        + case when outcomes.monetary > deciles_bounded.bounds[2] then 1 else 0 end
        + case when outcomes.monetary > deciles_bounded.bounds[3] then 1 else 0 end
        + case when outcomes.monetary > deciles_bounded.bounds[4] then 1 else 0 end
        + case when outcomes.monetary > deciles_bounded.bounds[5] then 1 else 0 end
        + case when outcomes.monetary > deciles_bounded.bounds[6] then 1 else 0 end
        + case when outcomes.monetary > deciles_bounded.bounds[7] then 1 else 0 end
        + case when outcomes.monetary > deciles_bounded.bounds[8] then 1 else 0 end
        + case when outcomes.monetary > deciles_bounded.bounds[9] then 1 else 0 end as decile,
        outcomes.next_orders,
        outcomes.next_revenue
    from outcomes
    inner join deciles_bounded on outcomes.month_end = deciles_bounded.month_end
),

outcomes_summed as (
    select
        month_end,
        rfm_segment,
        'D' || cast(decile as string) as spend_decile,
        count(*) as customers,
        sum(case when next_orders > 0 then 1 else 0 end) as active_customers,
        sum(next_orders) as orders,
        sum(next_revenue) as net_revenue
    from deciles_found
    group by month_end, rfm_segment, decile
),

segmentations_stacked as (
    select
        month_end,
        cast(null as date) as fitted_at,
        'rfm_segment' as segmentation,
        rfm_segment as segment,
        sum(customers) as customers,
        sum(active_customers) as active_customers,
        sum(orders) as orders,
        sum(net_revenue) as net_revenue
    from outcomes_summed
    group by month_end, rfm_segment
    union all
    select
        month_end,
        cast(null as date) as fitted_at,
        'spend_decile' as segmentation,
        spend_decile as segment,
        sum(customers) as customers,
        sum(active_customers) as active_customers,
        sum(orders) as orders,
        sum(net_revenue) as net_revenue
    from outcomes_summed
    group by month_end, spend_decile
    union all
    select
        month_end,
        fitted_at,
        'cluster_label' as segmentation,
        cluster_label as segment,
        customers,
        active_customers,
        orders,
        net_revenue
    from cluster_outcomes
),

columns_typed as (
    select
        month_end,
        fitted_at,
        segmentation,
        segment,
        cast(customers as bigint) as customers,
        cast(active_customers as bigint) as active_customers,
        cast(orders as bigint) as orders,
        cast(net_revenue as decimal(18, 4)) as net_revenue
    from segmentations_stacked
)

select * from columns_typed