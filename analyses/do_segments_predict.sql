-- FINDING: On the UCI file, 95% of the cluster Active big spenders order again within 180 days and 56% of the Quiet
--   one-time buyers; by rules, 93% of Champions down to 48% of the Lost; by deciles of past spend, 92% of the highest
--   down to 48% of the lowest. Active big spenders spend 4.1 times the average, Champions 3.3 times, the highest
--   decile 5.8 times.
-- METHOD: Sum segment_backtest over its cutoffs: customers known at each, and what they did in the period after it.
-- CAVEAT: Clusters are refitted at each cutoff, so a label may not mean the same clusters throughout, and not every
--   label exists each time.
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
    from {{ ref('quintile', 'segment_backtest') }}
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
