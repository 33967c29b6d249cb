
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","month_end","rfm_segment","next_orders","next_revenue", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__month_end_scores as (

-- Fixture for month_end_scores
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", 
    
    cast('Low' as character varying)
 as "rfm_segment"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", 
    
    cast('High' as character varying)
 as "rfm_segment"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", 
    
    cast('High' as character varying)
 as "rfm_segment"
),  __dbt__cte__order_events as (

-- Fixture for order_events
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(9 as DECIMAL(18,4))
 as "units", 
    
    cast(50 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-02-10 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(4 as DECIMAL(18,4))
 as "units", 
    
    cast(20 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-10 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-02-03 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-03 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('5' as character varying)
 as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
),  __dbt__cte__cut_offs as (

-- Fixture for cut_offs
select 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", 
    
    cast('2011-03-01' as DATE)
 as "period_end", cast(null as DATE) as "learnt_at", cast(null as BOOLEAN) as "is_fitted"
), history as (
    select * from __dbt__cte__month_end_scores
),

order_events as (
    select * from __dbt__cte__order_events
),

cut_offs as (
    select * from __dbt__cte__cut_offs
),

-- An order counts as it stood when its period ended: what came later is not waited for.
orders_placed as (
    select
        order_events.customer_id,
        cut_offs.month_end,
        count(*) as orders,
        sum(order_events.amount) as revenue
    from order_events
    inner join cut_offs
        on order_events.ordered_at >= cut_offs.as_of_date
            and order_events.changed_at < cut_offs.period_end
            and (order_events.replaced_at is null or order_events.replaced_at >= cut_offs.period_end)
    where order_events.units > 0
    group by order_events.customer_id, cut_offs.month_end
),

outcomes_joined as (
    select
        history.customer_id,
        history.month_end,
        history.recency_days,
        history.frequency,
        history.monetary,
        history.r_score,
        history.f_score,
        history.m_score,
        history.rfm_segment,
        coalesce(orders_placed.orders, 0) as next_orders,
        cast(coalesce(orders_placed.revenue, 0) as decimal(18, 4)) as next_revenue
    from history
    inner join cut_offs on history.month_end = cut_offs.month_end
    left join orders_placed
        on history.customer_id = orders_placed.customer_id
            and history.month_end = orders_placed.month_end
)

select * from outcomes_joined
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "month_end", "rfm_segment", "next_orders", "next_revenue", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast('Low' as character varying)
 as "rfm_segment", 
    
    cast(1 as BIGINT)
 as "next_orders", 
    
    cast(20 as DECIMAL(18,4))
 as "next_revenue"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast('High' as character varying)
 as "rfm_segment", 
    
    cast(0 as BIGINT)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected