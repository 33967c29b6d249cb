
-- Fixture for value_cut_offs
select cast(null as DATE) as "cut_off", cast(null as DATE) as "period_end", cast(null as BOOLEAN) as "is_back_test", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", cast(null as INTEGER) as "training_days"
    limit 0