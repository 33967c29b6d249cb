with
customers as (
    select * from "shop"."main_quintile"."customer_rfm"
),

customer_habits as (
    select * from "shop"."main_quintile"."customer_habits"
),

last_period_customers as (
    select * from "shop"."main_quintile"."last_period_customers"
),

scaling as (
    select * from "shop"."main_quintile"."current_feature_stats"
),

customers_drawn as (
    select
        *,
        md5(customer_id || ' ' || cast(cast(first_ordered_at as date) as string)) as customer_mark
    from customers
    order by md5(customer_id), customer_id
    limit 50000
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