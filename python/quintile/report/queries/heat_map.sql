select
    rfm_segments.r_score,
    rfm_segments.fm_score,
    rfm_segments.rfm_segment,
    count(segments.customer_id) as customers,
    coalesce(sum(segments.monetary), 0) as revenue
from segment_grid as rfm_segments
left join segments
    on rfm_segments.r_score = segments.r_score and rfm_segments.fm_score = segments.fm_score
group by rfm_segments.r_score, rfm_segments.fm_score, rfm_segments.rfm_segment
order by rfm_segments.r_score desc, rfm_segments.fm_score asc
