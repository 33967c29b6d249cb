-- FINDING: On the UCI file, 97% of the cluster Champions order again within 180 days, 81% of Regulars, 55% of
--   the Hibernating; by rules, 93% of Champions down to 48% of the Lost. A Champion spends 7.3 times the
--   average by clusters, 3.3 times by rules, which call nearly twice as many so.
-- METHOD: Sum segment_backtest over its cut-offs: customers known at each, and what they did in the period
--   after it.
-- CAVEAT: The clusters are those of today, fitted on data that hold the later periods; the rules look at each
--   date alone.
with
backtest_summed as (
    select
        segmentation,
        segment,
        count(*) as cut_offs,
        sum(customers) as customers,
        sum(active_customers) / sum(customers) as active_share,
        sum(orders) / sum(customers) as orders_per_customer,
        sum(net_revenue) as net_revenue
    from {{ ref('segment_backtest') }}
    group by segmentation, segment
),

shares_computed as (
    select
        *,
        net_revenue / customers as revenue_per_customer,
        net_revenue / sum(net_revenue) over segmentations as revenue_share,
        (net_revenue / customers) / (sum(net_revenue) over segmentations / sum(customers) over segmentations) as lift
    from backtest_summed
    window segmentations as (partition by segmentation)
)

select * from shares_computed
order by segmentation asc, active_share desc
