with
 __dbt__cte__backtest_totals as (

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
),  __dbt__cte__cut_offs as (

-- Fixture for cut_offs
select 
    
    cast('2011-06-30' as DATE)
 as "month_end", cast(null as DATE) as "as_of_date", cast(null as DATE) as "period_end", 
    
    cast('2011-03-31' as DATE)
 as "learnt_at", cast(null as BOOLEAN) as "is_fitted"
union all
select 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as DATE) as "as_of_date", cast(null as DATE) as "period_end", 
    
    cast(null as DATE)
 as "learnt_at", cast(null as BOOLEAN) as "is_fitted"
),  __dbt__cte__revenue_concentration as (

-- Fixture for revenue_concentration
select 
    
    cast('2011-06-30' as DATE)
 as "month_end", 
    
    cast(4 as BIGINT)
 as "customers", 
    
    cast(8 as DECIMAL(18,4))
 as "revenue", 
    
    cast(0.5625 as DOUBLE)
 as "gini"
), totals as (
    select * from __dbt__cte__backtest_totals
),

cut_offs as (
    select * from __dbt__cte__cut_offs
),

concentration as (
    select * from __dbt__cte__revenue_concentration
),

-- Rules and deciles are not fitted; clusters are judged by the fit that their means were learnt with.
means_learnt as (
    select
        cut_offs.month_end,
        cut_offs.learnt_at,
        totals.segmentation,
        totals.customers,
        totals.net_revenue,
        coalesce(cast(earlier.net_revenue as double) / earlier.customers, 0) as expected_revenue
    from cut_offs
    inner join totals
        on cut_offs.month_end = totals.month_end
            and cut_offs.learnt_at = coalesce(totals.fitted_at, cut_offs.learnt_at)
    left join totals as earlier
        on cut_offs.learnt_at = earlier.month_end
            and cut_offs.learnt_at = coalesce(earlier.fitted_at, cut_offs.learnt_at)
            and totals.segmentation = earlier.segmentation
            and totals.segment = earlier.segment
),

-- Customers of equal expectation share the mean of their places.
places_shared as (
    select
        *,
        sum(customers) over (partition by month_end, segmentation order by expected_revenue)
        - (sum(customers) over (partition by month_end, segmentation, expected_revenue) - 1) / 2.0 as place
    from means_learnt
),

rankings_summed as (
    select
        month_end,
        learnt_at,
        segmentation,
        sum(cast(net_revenue as decimal(38, 4)) * cast(place as decimal(18, 1))) as ranked_revenue
    from places_shared
    group by month_end, learnt_at, segmentation
),

ginis_computed as (
    select
        rankings_summed.month_end,
        rankings_summed.learnt_at,
        rankings_summed.segmentation,
        (2 * cast(rankings_summed.ranked_revenue as double) - (concentration.customers + 1) * cast(concentration.revenue as double))
    / nullif(concentration.customers * cast(concentration.revenue as double), 0) as gini,
        concentration.gini as best_gini
    from rankings_summed
    inner join concentration on rankings_summed.month_end = concentration.month_end
),

ginis_normalised as (
    select
        *,
        gini / nullif(best_gini, 0) as normalised_gini
    from ginis_computed
)

select * from ginis_normalised