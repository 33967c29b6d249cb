
select *
from "shop"."main_quintile"."cluster_assignments"
where not coalesce(assignment_margin between 0 and 1 and centroid_distance >= 0, false)
