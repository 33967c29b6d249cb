select
    r_score,
    fm_score,
    rfm_segment
from rfm_segments
order by r_score, fm_score
