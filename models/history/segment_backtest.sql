with
outcomes as (
    select * from {{ ref('segment_outcomes') }}
),

outcomes_summed as (
    select
        month_end,
        rfm_segment,
        cluster_label,
        count(*) as customers,
        sum(case when next_orders > 0 then 1 else 0 end) as active_customers,
        sum(next_orders) as orders,
        sum(next_revenue) as net_revenue
    from outcomes
    group by month_end, rfm_segment, cluster_label
),

segments_stacked as (
    {% for segmentation in ['rfm_segment', 'cluster_label'] -%}
    select
        month_end,
        '{{ segmentation }}' as segmentation,
        {{ segmentation }} as segment,
        sum(customers) as customers,
        sum(active_customers) as active_customers,
        sum(orders) as orders,
        sum(net_revenue) as net_revenue
    from outcomes_summed
    group by month_end, {{ segmentation }}
    {% if not loop.last -%}
    union all
    {% endif -%}
    {% endfor -%}
),

shares_computed as (
    select
        *,
        customers / cast(sum(customers) over cut_off as double) as customer_share,
        cast(net_revenue as double) / nullif(cast(sum(net_revenue) over cut_off as double), 0) as revenue_share
    from segments_stacked
    window cut_off as (partition by month_end, segmentation)
),

columns_typed as (
    select
        month_end,
        segmentation,
        segment,

        cast(customers as bigint) as customers,
        customer_share,
        cast(active_customers as bigint) as active_customers,
        active_customers / cast(customers as double) as active_share,
        cast(orders as bigint) as orders,

        cast(net_revenue as decimal(18, 4)) as net_revenue,
        cast(net_revenue as double) / customers as revenue_per_customer,
        revenue_share,
        revenue_share / customer_share as lift
    from shares_computed
)

select * from columns_typed
