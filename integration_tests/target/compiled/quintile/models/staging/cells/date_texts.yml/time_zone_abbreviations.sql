
-- Fixture for time_zone_abbreviations
select 
    
    cast('EST' as character varying)
 as "abbreviation", 
    
    cast(-300 as INTEGER)
 as "utc_offset_minutes"