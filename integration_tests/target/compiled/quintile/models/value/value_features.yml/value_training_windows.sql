
-- Fixture for value_training_windows
select 
    
    cast(1 as INTEGER)
 as "window_number", cast(null as DATE) as "cut_off", cast(null as character varying(256)) as "purpose", 
    
    cast('2012-01-01' as DATE)
 as "as_of_date", 
    
    cast(365 as INTEGER)
 as "history_days", cast(null as INTEGER) as "outcome_days", 
    
    cast(60 as INTEGER)
 as "season_days", 
    
    cast('2012-03-01' as DATE)
 as "outcome_end", cast(null as INTEGER) as "most_customers"
union all
select 
    
    cast(2 as INTEGER)
 as "window_number", cast(null as DATE) as "cut_off", cast(null as character varying(256)) as "purpose", 
    
    cast('2010-12-15' as DATE)
 as "as_of_date", 
    
    cast(364 as INTEGER)
 as "history_days", cast(null as INTEGER) as "outcome_days", 
    
    cast(60 as INTEGER)
 as "season_days", 
    
    cast('2011-02-13' as DATE)
 as "outcome_end", cast(null as INTEGER) as "most_customers"