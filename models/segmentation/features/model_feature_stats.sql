with
clusters as (
    select * from {{ ref('quintile', 'cluster_model') }}
),

scaling_listed as (
    {% for metric in rfm_metrics() -%}
    select distinct
        '{{ metric }}' as metric,
        {{ metric }}_mean as log_mean,
        {{ metric }}_stddev as log_stddev
    from clusters
    {% if not loop.last -%}
    union all
    {% endif -%}
    {% endfor -%}
)

select * from scaling_listed
