
    
    



select utc_offset_minutes
from "shop"."main_quintile"."time_zone_abbreviations"
where utc_offset_minutes is null


