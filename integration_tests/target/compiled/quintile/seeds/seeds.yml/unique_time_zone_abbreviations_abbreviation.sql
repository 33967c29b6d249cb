
    
    

select
    abbreviation as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."time_zone_abbreviations"
where abbreviation is not null
group by abbreviation
having count(*) > 1


