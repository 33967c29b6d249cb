select
    r_score,
    fm_score,
    rfm_segment
from segment_grid as rfm_segments
order by r_score, fm_score
