with
customers as (
    select * from "shop"."main_quintile"."customer_rfm"
),

scaling as (
    select
        
        max(recency_mean) as recency_mean,
        max(recency_stddev) as recency_stddev,
        max(frequency_mean) as frequency_mean,
        max(frequency_stddev) as frequency_stddev,
        max(monetary_mean) as monetary_mean,
        max(monetary_stddev) as monetary_stddev
        
    from "shop"."main_quintile"."cluster_model"
    
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