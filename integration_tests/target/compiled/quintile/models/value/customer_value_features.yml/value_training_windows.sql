
-- Fixture for value_training_windows
select 
    
    cast(1 as INTEGER)
 as "window_number", cast(null as DATE) as "cut_off", 
    
    cast('predict' as character varying)
 as "purpose", 
    
    cast('2011-12-01' as DATE)
 as "as_of_date", 
    
    cast(50 as INTEGER)
 as "history_days", cast(null as INTEGER) as "outcome_days", 
    
    cast(30 as INTEGER)
 as "season_days", cast(null as DATE) as "outcome_end", cast(null as INTEGER) as "most_customers"
union all
select 
    
    cast(2 as INTEGER)
 as "window_number", cast(null as DATE) as "cut_off", 
    
    cast('learn' as character varying)
 as "purpose", 
    
    cast('2011-12-02' as DATE)
 as "as_of_date", 
    
    cast(51 as INTEGER)
 as "history_days", cast(null as INTEGER) as "outcome_days", 
    
    cast(30 as INTEGER)
 as "season_days", cast(null as DATE) as "outcome_end", cast(null as INTEGER) as "most_customers"
union all
select 
    
    cast(3 as INTEGER)
 as "window_number", cast(null as DATE) as "cut_off", 
    
    cast('predict' as character varying)
 as "purpose", 
    
    cast('2012-01-01' as DATE)
 as "as_of_date", 
    
    cast(81 as INTEGER)
 as "history_days", cast(null as INTEGER) as "outcome_days", 
    
    cast(30 as INTEGER)
 as "season_days", cast(null as DATE) as "outcome_end", cast(null as INTEGER) as "most_customers"