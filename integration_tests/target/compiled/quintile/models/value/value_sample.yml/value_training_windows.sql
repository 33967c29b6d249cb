
-- Fixture for value_training_windows
select 
    
    cast(1 as INTEGER)
 as "window_number", cast(null as DATE) as "cut_off", cast(null as character varying(256)) as "purpose", 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "outcome_days", cast(null as INTEGER) as "season_days", cast(null as DATE) as "outcome_end", 
    
    cast(2 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(99 as INTEGER)
 as "window_number", cast(null as DATE) as "cut_off", cast(null as character varying(256)) as "purpose", 
    
    cast('2011-02-02' as DATE)
 as "as_of_date", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "outcome_days", cast(null as INTEGER) as "season_days", cast(null as DATE) as "outcome_end", 
    
    cast(2 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(100 as INTEGER)
 as "window_number", cast(null as DATE) as "cut_off", cast(null as character varying(256)) as "purpose", 
    
    cast('2011-02-02' as DATE)
 as "as_of_date", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "outcome_days", cast(null as INTEGER) as "season_days", cast(null as DATE) as "outcome_end", 
    
    cast(1 as INTEGER)
 as "most_customers"