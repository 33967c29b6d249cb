
    

    create  table
      "shop"."main_quintile"."value_cut_offs__dbt_tmp"
  
    
    as (
      with
order_events as (
    select * from "shop"."main_quintile"."order_events"
),

as_of as (
    select * from "shop"."main_quintile"."as_of"
),

first_days_found as (
    select
        as_of.as_of_date,
        cast(min(order_events.ordered_at) as date) as first_day
    from order_events
    cross join as_of
    group by as_of.as_of_date
),

history_measured as (
    select
        first_day,
        cast(
        (date_diff('day', first_day::timestamp, as_of_date::timestamp ))
     as integer) as days_known
    from first_days_found
),

-- The history has to hold two periods: one to choose a model by and one to judge it by.
periods_fitted as (
    select
        *,
        least(180, cast(floor(days_known / 2) as integer)) as period_days
    from history_measured
),

cut_offs_listed as (
    select
        first_day,
        days_known as history_days,
        180 as horizon_days,
        false as is_back_test
    from periods_fitted
    union
    select
        first_day,
        cast(floor(period_days / 2) as integer) as history_days,
        period_days as horizon_days,
        true as is_back_test
    from periods_fitted
    where period_days >= least(180, 30)
        and cast(floor(period_days / 2) as integer) between floor(period_days / 2) and days_known - period_days - floor(period_days / 2)
    union
    select
        first_day,
        period_days as history_days,
        period_days as horizon_days,
        true as is_back_test
    from periods_fitted
    where period_days >= least(180, 30)
        and period_days between floor(period_days / 2) and days_known - period_days - floor(period_days / 2)
    union
    select
        first_day,
        days_known - 2 * period_days as history_days,
        period_days as horizon_days,
        true as is_back_test
    from periods_fitted
    where period_days >= least(180, 30)
        and days_known - 2 * period_days between floor(period_days / 2) and days_known - period_days - floor(period_days / 2)
    union
    select
        first_day,
        days_known - period_days as history_days,
        period_days as horizon_days,
        true as is_back_test
    from periods_fitted
    where period_days >= least(180, 30)
        and days_known - period_days between floor(period_days / 2) and days_known - period_days - 0
    ),

columns_typed as (
    select
        cast(

    (first_day + cast(history_days as bigint) * interval 1 day) as date) as cut_off,
        cast(

    (first_day + cast(history_days + horizon_days as bigint) * interval 1 day) as date) as period_end,
        is_back_test,
        history_days,
        cast(horizon_days as integer) as horizon_days,
        least(horizon_days, cast(floor(history_days / 2) as integer)) as training_days
    from cut_offs_listed
)

select * from columns_typed
    );
    
  