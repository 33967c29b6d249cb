
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "window_number","as_of_date","most_customers", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__value_cut_offs as (

-- Fixture for value_cut_offs
select 
    
    cast('2011-12-01' as DATE)
 as "cut_off", cast(null as DATE) as "period_end", cast(null as BOOLEAN) as "is_back_test", 
    
    cast(700 as INTEGER)
 as "history_days", 
    
    cast(180 as INTEGER)
 as "horizon_days", 
    
    cast(180 as INTEGER)
 as "training_days"
), cut_offs as (
    select * from __dbt__cte__value_cut_offs
),

months_counted_back as (
    select
        *,
        unnest(generate_series(0, 9)) as months_back
    from cut_offs
    where training_days > 0
),

days_counted_back as (
    select
        *,
        training_days + 30 * months_back as days_back
    from months_counted_back
),

windows_stacked as (
    select
        cut_off,
        'predict' as purpose,
        cut_off as as_of_date,
        history_days,
        horizon_days as outcome_days,
        training_days as season_days
    from cut_offs
    union all
    select
        cut_off,
        'learn' as purpose,
        cast(

    (cut_off + cast(-days_back as bigint) * interval 1 day) as date) as as_of_date,
        history_days - days_back as history_days,
        training_days as outcome_days,
        training_days as season_days
    from days_counted_back
    where months_back = 0 or history_days - days_back >= 30
),

windows_numbered as (
    select
        cast(row_number() over (order by cut_off, purpose, as_of_date) as integer) as window_number,
        cut_off,
        purpose,
        as_of_date,
        cast(history_days as integer) as history_days,
        outcome_days,
        season_days,
        cast(

    (as_of_date + cast(outcome_days as bigint) * interval 1 day) as date) as outcome_end,
        cast(floor(
            100 / count(*) over (partition by cut_off, purpose)
        ) as integer) as most_customers
    from windows_stacked
)

select * from windows_numbered
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "window_number", "as_of_date", "most_customers", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('2010-09-07' as DATE)
 as "as_of_date", 
    
    cast(10 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(2 as INTEGER)
 as "window_number", 
    
    cast('2010-10-07' as DATE)
 as "as_of_date", 
    
    cast(10 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(3 as INTEGER)
 as "window_number", 
    
    cast('2010-11-06' as DATE)
 as "as_of_date", 
    
    cast(10 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(4 as INTEGER)
 as "window_number", 
    
    cast('2010-12-06' as DATE)
 as "as_of_date", 
    
    cast(10 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(5 as INTEGER)
 as "window_number", 
    
    cast('2011-01-05' as DATE)
 as "as_of_date", 
    
    cast(10 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(6 as INTEGER)
 as "window_number", 
    
    cast('2011-02-04' as DATE)
 as "as_of_date", 
    
    cast(10 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(7 as INTEGER)
 as "window_number", 
    
    cast('2011-03-06' as DATE)
 as "as_of_date", 
    
    cast(10 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(8 as INTEGER)
 as "window_number", 
    
    cast('2011-04-05' as DATE)
 as "as_of_date", 
    
    cast(10 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(9 as INTEGER)
 as "window_number", 
    
    cast('2011-05-05' as DATE)
 as "as_of_date", 
    
    cast(10 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(10 as INTEGER)
 as "window_number", 
    
    cast('2011-06-04' as DATE)
 as "as_of_date", 
    
    cast(10 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(11 as INTEGER)
 as "window_number", 
    
    cast('2011-12-01' as DATE)
 as "as_of_date", 
    
    cast(100 as INTEGER)
 as "most_customers"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected