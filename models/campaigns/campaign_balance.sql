with
groups as (
    select * from {{ ref('quintile', 'campaign_groups') }}
),

metrics_stacked as (
    {% for metric in metric_columns().values() -%}
    select
        campaign,
        '{{ metric }}' as metric,
        campaign_group,
        cast({{ metric }} as decimal(18, 4)) as figure
    from groups
    {{ "union all" if not loop.last }}
    {% endfor %}
),

groups_summed as (
    select
        campaign,
        metric
        {%- for group in ['treated', 'control'] %},
        count(case when campaign_group = '{{ group }}' then figure end) as {{ group }}_customers,
        cast(sum(case when campaign_group = '{{ group }}' then figure end) as double) as {{ group }}_total,
        {{ sum_of_squares("case when campaign_group = '" ~ group ~ "' then figure end") }} as {{ group }}_squares
        {%- endfor %}
    from metrics_stacked
    group by campaign, metric
),

means_taken as (
    select
        *,
        treated_total / nullif(treated_customers, 0) as treated_mean,
        control_total / nullif(control_customers, 0) as control_mean,
        sqrt((
            {{ variance('treated_customers', 'treated_total', 'treated_squares') }}
            + {{ variance('control_customers', 'control_total', 'control_squares') }}
        ) / 2) as spread
    from groups_summed
),

differences_taken as (
    select
        campaign,
        metric,
        treated_mean,
        control_mean,
        (treated_mean - control_mean) / nullif(spread, 0) as standardised_difference
    from means_taken
)

select * from differences_taken
