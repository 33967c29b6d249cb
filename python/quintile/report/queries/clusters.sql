select
    cluster_id,
    cluster_label,
    marketing_tier,
    recommended_action,
    channel,
    priority,
    count(*) as customers,
    count(*) / sum(count(*)) over () as customer_share,
    sum(monetary) as revenue,
    sum(monetary) / nullif(sum(sum(monetary)) over (), 0) as revenue_share,
    case when channel = 'none' then 0 else count(*) end as contacts,
    case when channel = 'none' then 0 else count(*) filter (where overdue_ratio > 1) end as contacts_overdue
from segments
group by cluster_id, cluster_label, marketing_tier, recommended_action, channel, priority
order by cluster_id
