select
    cast(r_score as integer) as r_score,
    cast(fm_score as integer) as fm_score,
    rfm_segment
from "shop"."main_quintile"."rfm_segments"