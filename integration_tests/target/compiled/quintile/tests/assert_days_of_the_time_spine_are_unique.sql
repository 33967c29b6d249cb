select date_day
from "shop"."main_quintile"."time_spine"
group by date_day
having count(*) > 1