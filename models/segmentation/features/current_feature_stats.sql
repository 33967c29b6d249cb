with
logs as (
    select * from {{ ref('customer_log_metrics') }}
),

-- Sums of decimals are exact, so that neither row order nor threads can move a feature.
moments_summed as (
    {% for metric in rfm_metrics() -%}
    select
        '{{ metric }}' as metric,
        count(*) as customers,
        min(log_{{ metric }}) = max(log_{{ metric }}) as is_constant,
        cast(sum(log_{{ metric }}) as double) as log_sum,
        cast(sum(cast(log_{{ metric }} * log_{{ metric }} as decimal(38, 18))) as double) as square_sum
    from logs
    {% if not loop.last -%}
    union all
    {% endif -%}
    {% endfor -%}
),

moments_computed as (
    select
        metric,
        customers,
        log_sum / customers as log_mean,
        case
            when is_constant then 0
            else sqrt(square_sum / customers - power(log_sum / customers, 2))
        end as log_stddev
    from moments_summed
    where customers > 0
)

select * from moments_computed
