select
    marketing_tier,
    count(*) as customers,
    count(*) / sum(count(*)) over () as customer_share,
    sum(monetary) as revenue,
    sum(monetary) / nullif(sum(sum(monetary)) over (), 0) as revenue_share
from segments
group by marketing_tier
order by
    case marketing_tier
        when 'High' then 1
        when 'Medium' then 2
        when 'Low' then 3
    end
