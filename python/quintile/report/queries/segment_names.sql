select rfm_segment
from segment_grid
group by rfm_segment
order by avg(r_score + fm_score) desc, max(r_score) desc, rfm_segment asc
