-- Each segmentation sorts every customer of a cut-off once, and splits the same orders and money.
with
backtest as (
    select
        month_end,
        segmentation,
        sum(customers) as customers,
        sum(orders) as orders,
        sum(net_revenue) as net_revenue
    from {{ ref('segment_backtest') }}
    group by month_end, segmentation
),

history as (
    select
        month_end,
        count(*) as customers
    from {{ ref('rfm_history') }}
    group by month_end
)

select
    history.month_end,
    history.customers as expected,
    rules.customers as found_by_rules,
    clusters.customers as found_by_clusters
from history
inner join {{ ref('cut_offs') }} as cut_offs on history.month_end = cut_offs.month_end
left join backtest as rules
    on history.month_end = rules.month_end and rules.segmentation = 'rfm_segment'
left join backtest as clusters
    on history.month_end = clusters.month_end and clusters.segmentation = 'cluster_label'
where rules.customers is distinct from history.customers
    or clusters.customers is distinct from history.customers
    or rules.orders is distinct from clusters.orders
    or rules.net_revenue is distinct from clusters.net_revenue
