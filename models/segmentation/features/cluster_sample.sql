with
customers as (
    select * from {{ ref('customer_rfm') }}
),

scores as (
    select * from {{ ref('rfm_scores') }}
),

scaling as (
    select * from {{ ref('current_feature_stats') }}
),

customers_drawn as (
    select *
    from customers
    order by md5(customer_id), customer_id
    limit {{ setting('fit_sample_size') }}
),

logs_taken as (
    select
        *,
        md5(customer_id || ' ' || cast(cast(first_ordered_at as date) as string)) as customer_mark,
        {% for metric, column in metric_columns().items() -%}
        {{ rounded_log(column) }} as log_{{ metric }}{{ "," if not loop.last }}
        {% endfor %}
    from customers_drawn
),

logs_standardised as (
    select
        logs_taken.*,
        {% for metric in rfm_metrics() -%}
        {{ standardised('logs_taken.log_' ~ metric, metric) }} as z_{{ metric }}{{ "," if not loop.last }}
        {% endfor %}
    from logs_taken
    cross join scaling
),

scores_joined as (
    select
        logs_standardised.*,
        scores.r_score,
        scores.f_score,
        scores.m_score
    from logs_standardised
    inner join scores on logs_standardised.customer_id = scores.customer_id
)

select * from scores_joined
