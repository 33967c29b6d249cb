select
    month_end,
    cluster_id,
    cluster_label,
    marketing_tier,
    count(*) as customers,
    count(*) / sum(count(*)) over (partition by month_end) as customer_share,
    sum(monetary) as revenue
from rfm_history
group by month_end, cluster_id, cluster_label, marketing_tier
order by month_end, cluster_id
