select
    rfm_segment,
    count(*) as customers,
    count(*) / sum(count(*)) over () as customer_share,
    sum(monetary) as revenue,
    sum(monetary) / nullif(sum(sum(monetary)) over (), 0) as revenue_share
from segments
group by rfm_segment
order by rfm_segment
