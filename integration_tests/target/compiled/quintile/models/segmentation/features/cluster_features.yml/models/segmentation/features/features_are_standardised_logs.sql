with
 __dbt__cte__customer_rfm as (

-- Fixture for customer_rfm
select 
    
    cast('1' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(20 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(0 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('2' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(4 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(0 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
),  __dbt__cte__cluster_model as (

-- Fixture for cluster_model
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "n_clusters", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "why_this_k", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "spend_ratio", cast(null as DOUBLE) as "next_period_lift", cast(null as DOUBLE) as "next_period_active_share", cast(null as BIGINT) as "next_period_customers", cast(null as character varying(256)) as "lift_basis", cast(null as DOUBLE) as "centroid_recency", 
    
    cast(2 as DOUBLE)
 as "recency_mean", 
    
    cast(0.5 as DOUBLE)
 as "recency_stddev", cast(null as DOUBLE) as "centroid_frequency", 
    
    cast(0.7 as DOUBLE)
 as "frequency_mean", 
    
    cast(0 as DOUBLE)
 as "frequency_stddev", cast(null as DOUBLE) as "centroid_monetary", 
    
    cast(5 as DOUBLE)
 as "monetary_mean", 
    
    cast(1 as DOUBLE)
 as "monetary_stddev"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "n_clusters", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "why_this_k", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "spend_ratio", cast(null as DOUBLE) as "next_period_lift", cast(null as DOUBLE) as "next_period_active_share", cast(null as BIGINT) as "next_period_customers", cast(null as character varying(256)) as "lift_basis", cast(null as DOUBLE) as "centroid_recency", 
    
    cast(2 as DOUBLE)
 as "recency_mean", 
    
    cast(0.5 as DOUBLE)
 as "recency_stddev", cast(null as DOUBLE) as "centroid_frequency", 
    
    cast(0.7 as DOUBLE)
 as "frequency_mean", 
    
    cast(0 as DOUBLE)
 as "frequency_stddev", cast(null as DOUBLE) as "centroid_monetary", 
    
    cast(5 as DOUBLE)
 as "monetary_mean", 
    
    cast(1 as DOUBLE)
 as "monetary_stddev"
), customers as (
    select * from __dbt__cte__customer_rfm
),

scaling as (
    select
        
        max(recency_mean) as recency_mean,
        max(recency_stddev) as recency_stddev,
        max(frequency_mean) as frequency_mean,
        max(frequency_stddev) as frequency_stddev,
        max(monetary_mean) as monetary_mean,
        max(monetary_stddev) as monetary_stddev
        
    from __dbt__cte__cluster_model
    
),

logs_standardised as (
    select
        customers.customer_id,
        coalesce(
        round((cast(round(ln(1 + cast(customers.recency_days as double)), 9) as decimal(18, 9)) - scaling.recency_mean) / nullif(scaling.recency_stddev, 0), 9), 0
    ) as z_recency,
        coalesce(
        round((cast(round(ln(1 + cast(customers.frequency as double)), 9) as decimal(18, 9)) - scaling.frequency_mean) / nullif(scaling.frequency_stddev, 0), 9), 0
    ) as z_frequency,
        coalesce(
        round((cast(round(ln(1 + cast(customers.monetary as double)), 9) as decimal(18, 9)) - scaling.monetary_mean) / nullif(scaling.monetary_stddev, 0), 9), 0
    ) as z_monetary
        
    from customers
    cross join scaling
)

select * from logs_standardised