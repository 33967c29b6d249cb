
select
    r_score, fm_score,
    count(*) as rows_found
from "shop"."main_quintile"."segment_grid"
group by r_score, fm_score
having count(*) > 1
