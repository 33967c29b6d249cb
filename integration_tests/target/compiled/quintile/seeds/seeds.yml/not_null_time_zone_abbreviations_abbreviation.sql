
    
    



select abbreviation
from "shop"."main_quintile"."time_zone_abbreviations"
where abbreviation is null


