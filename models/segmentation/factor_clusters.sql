{%- set medium_from, high_from = setting('factor_segment_bounds') -%}

with
customers as (
    select * from {{ ref('customer_rfm') }}
),

bounds as ({{ factor_bounds_in_one_row() }}),

factors_assigned as (
    select
        customers.customer_id,
        {{ factor_cluster('recency', '-customers.recency_days') }} as recency_cluster,
        {{ factor_cluster('frequency', 'customers.frequency') }} as frequency_cluster,
        {{ factor_cluster('revenue', 'customers.monetary') }} as revenue_cluster
    from customers
    cross join bounds
),

scores_summed as (
    select
        *,
        recency_cluster + frequency_cluster + revenue_cluster as overall_score
    from factors_assigned
),

segments_named as (
    select
        *,
        case
            when overall_score >= {{ high_from }} then 'High'
            when overall_score >= {{ medium_from }} then 'Medium'
            else 'Low'
        end as factor_segment
    from scores_summed
)

select * from segments_named
