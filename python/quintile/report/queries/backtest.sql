select
    segmentation,
    segment,
    count(*) as cut_offs,
    sum(customers) as customers,
    sum(active_customers) / sum(customers) as active_share,
    quantile_cont(active_share, 0.25) as lower_quartile,
    quantile_cont(active_share, 0.75) as upper_quartile,
    sum(net_revenue) / sum(customers) as revenue_per_customer,
    sum(net_revenue) / nullif(sum(sum(net_revenue)) over (partition by segmentation), 0) as revenue_share
from segment_backtest
group by segmentation, segment
order by segmentation asc, active_share desc, segment asc
