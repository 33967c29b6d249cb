with
logs as (
    select * from {{ ref('customer_log_metrics') }}
),

scaling as ({{ scaling_in_one_row() }}),

logs_standardised as (
    select
        logs.customer_id,
        {{ standardised('logs.log_recency', 'recency') }} as z_recency,
        {{ standardised('logs.log_frequency', 'frequency') }} as z_frequency,
        {{ standardised('logs.log_monetary', 'monetary') }} as z_monetary
    from logs
    cross join scaling
)

select * from logs_standardised
