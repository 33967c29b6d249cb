select
    segments.rfm_segment,
    rfm_segment_advice.meaning,
    rfm_segment_advice.advice,
    count(*) as customers,
    count(*) / sum(count(*)) over () as customer_share,
    sum(segments.monetary) as revenue,
    sum(segments.monetary) / nullif(sum(sum(segments.monetary)) over (), 0) as revenue_share
from segments
left join rfm_segment_advice on segments.rfm_segment = rfm_segment_advice.rfm_segment
group by segments.rfm_segment, rfm_segment_advice.meaning, rfm_segment_advice.advice
order by segments.rfm_segment
