{%- set medium_from, high_from = setting('factor_segment_bounds') -%}
{%- set clusters_but_the_first = range(1, setting('clusters_per_factor')) -%}
{%- set factors = {
    'recency': '-customers.recency_days', 'frequency': 'customers.frequency', 'revenue': 'customers.monetary'
} -%}

with
customers as (
    select * from {{ ref('quintile', 'customer_rfm') }}
),

factor_fits as (
    select * from {{ ref('quintile', 'factor_fits') }}
),

bounds_put_in_one_row as (
    select
        {% for factor in factors -%}
        {% for cluster in clusters_but_the_first -%}
        max(
            case when factor = '{{ factor }}' and cluster_id = {{ cluster }} then lower_bound end
        ) as {{ factor }}_{{ cluster }},
        {% endfor -%}
        {% endfor -%}
        count(*) as fits
    from factor_fits
),

factors_assigned as (
    select
        customers.customer_id,
        {% for factor, value in factors.items() -%}
        0
        {%- for cluster in clusters_but_the_first %}
        + case when {{ value }} > {{ factor }}_{{ cluster }} then 1 else 0 end
        {%- endfor %} as {{ factor }}_cluster{{ "," if not loop.last }}
        {% endfor -%}
    from customers
    cross join bounds_put_in_one_row
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
