with
logs as (
    select * from {{ ref('customer_log_metrics') }}
),

scores as (
    select * from {{ ref('rfm_scores') }}
),

customers as (
    select * from {{ ref('customer_rfm') }}
),

scaling as ({{ scaling_in_one_row('current_feature_stats') }}),

customers_drawn as (
    select *
    from logs
    order by md5(customer_id), customer_id
    limit {{ setting('fit_sample_size') }}
),

logs_standardised as (
    select
        customers_drawn.*,
        {{ standardised('customers_drawn.log_recency', 'recency') }} as z_recency,
        {{ standardised('customers_drawn.log_frequency', 'frequency') }} as z_frequency,
        {{ standardised('customers_drawn.log_monetary', 'monetary') }} as z_monetary
    from customers_drawn
    cross join scaling
),

customers_joined as (
    select
        logs_standardised.customer_id,
        md5(customers.customer_id || ' ' || cast(cast(customers.first_ordered_at as date) as string)) as customer_mark,
        logs_standardised.log_recency,
        logs_standardised.log_frequency,
        logs_standardised.log_monetary,
        logs_standardised.z_recency,
        logs_standardised.z_frequency,
        logs_standardised.z_monetary,
        scores.r_score,
        scores.f_score,
        scores.m_score,
        customers.recency_days,
        customers.frequency,
        customers.monetary
    from logs_standardised
    inner join scores on logs_standardised.customer_id = scores.customer_id
    inner join customers on logs_standardised.customer_id = customers.customer_id
)

select * from customers_joined
