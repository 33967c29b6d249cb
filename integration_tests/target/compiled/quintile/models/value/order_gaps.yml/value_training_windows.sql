
-- Fixture for value_training_windows
select cast(null as INTEGER) as "window_number", cast(null as DATE) as "cut_off", cast(null as character varying(256)) as "purpose", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "outcome_days", cast(null as INTEGER) as "season_days", cast(null as DATE) as "outcome_end", cast(null as INTEGER) as "most_customers"
    limit 0