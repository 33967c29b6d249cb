with
totals as (
    select * from {{ ref('quintile', 'campaign_totals') }}
),

means_taken as (
    select
        campaign,
        segment,
        {% for group in ['treated', 'control'] -%}
        {{ group }}_active,
        cast({{ group }}_customers as double) as {{ group }}_count,
        {{ group }}_active / cast(nullif({{ group }}_customers, 0) as double) as {{ group }}_share,
        cast({{ group }}_spend as double) / nullif({{ group }}_customers, 0) as {{ group }}_mean,
        {{ variance(group ~ '_customers', 'cast(' ~ group ~ '_spend as double)', group ~ '_squares') }}
        / nullif({{ group }}_customers, 0) as {{ group }}_variance{{ "," if not loop.last }}
        {% endfor %}
    from totals
),

errors_found as (
    select
        *,
        least(treated_active, control_active)
        >= {{ fewest_to_compare('treated_count', 'control_count') }} as has_enough_orders,
        sqrt(treated_variance + control_variance) as spend_error,
        {{ welch_freedom('treated_variance', 'treated_count', 'control_variance', 'control_count') }} as freedom
    from means_taken
    where treated_count > 1 and control_count > 1
),

limits_set as (
    select
        campaign,
        segment,
        {% for limit, side in {'low': '-', 'high': '+'}.items() -%}
        {{ newcombe_limit('treated_share', 'treated_count', 'control_share', 'control_count', side) }}
            as share_{{ limit }},
        case
            when has_enough_orders then treated_mean - control_mean {{ side }} {{ t_quantile('freedom') }} * spend_error
        end as spend_{{ limit }}{{ "," if not loop.last }}
        {% endfor %}
    from errors_found
)

select * from limits_set
