with
 __dbt__cte__customer_rfm as (

-- Fixture for customer_rfm
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(0 as INTEGER)
 as "recency_days", 
    
    cast(3 as INTEGER)
 as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(0 as INTEGER)
 as "recency_days", 
    
    cast(3 as INTEGER)
 as "frequency", 
    
    cast(20 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(0 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
),  __dbt__cte__customer_habits as (

-- Fixture for customer_habits
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "intervals", 
    
    cast(7.5 as DOUBLE)
 as "median_interval_days"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "intervals", 
    
    cast(3 as DOUBLE)
 as "median_interval_days"
),  __dbt__cte__last_period_customers as (

-- Fixture for last_period_customers
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(0 as DECIMAL(18,4))
 as "monetary", 
    
    cast(2 as INTEGER)
 as "next_orders", 
    
    cast(10 as DECIMAL(18,4))
 as "next_revenue"
),  __dbt__cte__current_feature_stats as (

-- Fixture for current_feature_stats
select 
    
    cast(0.693147181 as DOUBLE)
 as "recency_mean", 
    
    cast(0.5 as DOUBLE)
 as "recency_stddev", 
    
    cast(3 as DOUBLE)
 as "frequency_mean", 
    
    cast(0 as DOUBLE)
 as "frequency_stddev", 
    
    cast(-1 as DOUBLE)
 as "monetary_mean", 
    
    cast(2 as DOUBLE)
 as "monetary_stddev", cast(null as BIGINT) as "customers"
), customers as (
    select * from __dbt__cte__customer_rfm
),

customer_habits as (
    select * from __dbt__cte__customer_habits
),

last_period_customers as (
    select * from __dbt__cte__last_period_customers
),

scaling as (
    select * from __dbt__cte__current_feature_stats
),

customers_drawn as (
    select
        *,
        md5(customer_id || ' ' || cast(cast(first_ordered_at as date) as string)) as customer_mark
    from customers
    order by md5(customer_id), customer_id
    limit 2
),

logs_taken as (
    select
        customer_id,
        cast(round(ln(1 + cast(recency_days as double)), 9) as decimal(18, 9)) as log_recency,
        cast(round(ln(1 + cast(frequency as double)), 9) as decimal(18, 9)) as log_frequency,
        cast(round(ln(1 + cast(monetary as double)), 9) as decimal(18, 9)) as log_monetary
        
    from customers_drawn
),

columns_joined as (
    select
        customers_drawn.customer_id,
        customers_drawn.customer_mark,
        customers_drawn.recency_days,
        last_period_customers.recency_days as recency_days_before,
        logs_taken.log_recency,
        coalesce(
        round((logs_taken.log_recency - scaling.recency_mean) / nullif(scaling.recency_stddev, 0), 9), 0
    ) as z_recency,
        case
            when last_period_customers.customer_id is not null
                then coalesce(
        round((cast(round(ln(1 + cast(last_period_customers.recency_days as double)), 9) as decimal(18, 9)) - scaling.recency_mean) / nullif(scaling.recency_stddev, 0), 9), 0
    )
        end as z_recency_before,
        customers_drawn.frequency,
        last_period_customers.frequency as frequency_before,
        logs_taken.log_frequency,
        coalesce(
        round((logs_taken.log_frequency - scaling.frequency_mean) / nullif(scaling.frequency_stddev, 0), 9), 0
    ) as z_frequency,
        case
            when last_period_customers.customer_id is not null
                then coalesce(
        round((cast(round(ln(1 + cast(last_period_customers.frequency as double)), 9) as decimal(18, 9)) - scaling.frequency_mean) / nullif(scaling.frequency_stddev, 0), 9), 0
    )
        end as z_frequency_before,
        customers_drawn.monetary,
        last_period_customers.monetary as monetary_before,
        logs_taken.log_monetary,
        coalesce(
        round((logs_taken.log_monetary - scaling.monetary_mean) / nullif(scaling.monetary_stddev, 0), 9), 0
    ) as z_monetary,
        case
            when last_period_customers.customer_id is not null
                then coalesce(
        round((cast(round(ln(1 + cast(last_period_customers.monetary as double)), 9) as decimal(18, 9)) - scaling.monetary_mean) / nullif(scaling.monetary_stddev, 0), 9), 0
    )
        end as z_monetary_before,
        customers_drawn.tenure_days,
        customer_habits.median_interval_days,
        case when customer_habits.intervals >= 2 then customer_habits.median_interval_days end as usual_interval_days,
        last_period_customers.next_orders,
        last_period_customers.next_revenue
    from customers_drawn
    inner join logs_taken on customers_drawn.customer_id = logs_taken.customer_id
    left join customer_habits on customers_drawn.customer_id = customer_habits.customer_id
    left join last_period_customers on customers_drawn.customer_id = last_period_customers.customer_id
    cross join scaling
)

select * from columns_joined