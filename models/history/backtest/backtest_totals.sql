with
outcomes as (
    select * from {{ ref('quintile', 'segment_outcomes') }}
),

customers_sampled as (
    select * from {{ ref('quintile', 'backtest_sample') }}
),

cluster_outcomes as (
    select * from {{ ref('quintile', 'cluster_outcomes') }}
),

deciles_bounded as (
    select
        month_end,
        {{ quantiles('monetary', [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) }} as bounds
    from customers_sampled
    group by month_end
),

deciles_found as (
    select
        outcomes.month_end,
        outcomes.rfm_segment,
        1
        {%- for number in range(1, 10) %}
        + case when outcomes.monetary > {{ array_item('deciles_bounded.bounds', number) }} then 1 else 0 end
        {%- endfor %} as decile,
        outcomes.next_orders,
        outcomes.next_revenue
    from outcomes
    inner join deciles_bounded on outcomes.month_end = deciles_bounded.month_end
),

outcomes_summed as (
    select
        month_end,
        rfm_segment,
        'D' || cast(decile as string) as spend_decile,
        count(*) as customers,
        sum(case when next_orders > 0 then 1 else 0 end) as active_customers,
        sum(next_orders) as orders,
        sum(next_revenue) as net_revenue
    from deciles_found
    group by month_end, rfm_segment, decile
),

segmentations_stacked as (
    {% for segmentation in ['rfm_segment', 'spend_decile'] -%}
    select
        month_end,
        cast(null as date) as fitted_at,
        '{{ segmentation }}' as segmentation,
        {{ segmentation }} as segment,
        cast(sum(customers) as bigint) as customers,
        cast(sum(active_customers) as bigint) as active_customers,
        cast(sum(orders) as bigint) as orders,
        cast(sum(net_revenue) as decimal(18, 4)) as net_revenue
    from outcomes_summed
    group by month_end, {{ segmentation }}
    union all
    {% endfor -%}
    select
        month_end,
        fitted_at,
        'cluster_label' as segmentation,
        cluster_label as segment,
        cast(customers as bigint) as customers,
        cast(active_customers as bigint) as active_customers,
        cast(orders as bigint) as orders,
        cast(net_revenue as decimal(18, 4)) as net_revenue
    from cluster_outcomes
)

select * from segmentations_stacked
