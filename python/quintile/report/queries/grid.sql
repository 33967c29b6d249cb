select
    r_score,
    fm_score,
    rfm_segment
from segment_grid
order by r_score, fm_score
