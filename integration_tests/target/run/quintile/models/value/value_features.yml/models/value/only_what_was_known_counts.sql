
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "window_number","customer_id","as_of_date","outcome_end","frequency","recency_days","tenure_days","monetary","orders_30_days","monetary_30_days","orders_90_days","monetary_90_days","orders_180_days","orders_365_days","monetary_365_days","year_ago_orders","year_ago_monetary","cancelled_orders","cancelled_monetary", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__order_events as (

-- Fixture for order_events
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(5 as DECIMAL(18,4))
 as "units", 
    
    cast(25 as DECIMAL(18,4))
 as "amount", 
    
    cast(25 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-05-01 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", 
    
    cast(10 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-01-02 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-02 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(4 as DECIMAL(18,4))
 as "units", 
    
    cast(20 as DECIMAL(18,4))
 as "amount", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(0 as INTEGER)
 as "order_change", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-05-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", 
    
    cast(-20 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(-1 as INTEGER)
 as "order_change", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount", 
    
    cast(7 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-10-03 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-10-03 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(99 as DECIMAL(18,4))
 as "amount", 
    
    cast(99 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('5' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", 
    
    cast(9 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-12-31 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('5' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", 
    
    cast(-9 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(-1 as INTEGER)
 as "order_change", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-12-31 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('6' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", 
    
    cast(3 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-12-31 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('6' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", 
    
    cast(-3 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(-1 as INTEGER)
 as "order_change", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-12-31 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('7' as character varying)
 as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", 
    
    cast(3 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2010-12-15 08:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2010-12-15 08:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('8' as character varying)
 as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(4 as DECIMAL(18,4))
 as "amount", 
    
    cast(4 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2010-12-14 23:59:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2010-12-14 23:59:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
),  __dbt__cte__value_sample as (

-- Fixture for value_sample
select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('a' as character varying)
 as "customer_id"
union all
select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('b' as character varying)
 as "customer_id"
union all
select 
    
    cast(2 as INTEGER)
 as "window_number", 
    
    cast('c' as character varying)
 as "customer_id"
union all
select 
    
    cast(2 as INTEGER)
 as "window_number", 
    
    cast('d' as character varying)
 as "customer_id"
),  __dbt__cte__value_training_windows as (

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
), order_events as (
    select * from __dbt__cte__order_events
),

customers as (
    select
        sampled.customer_id,
        windows.*
    from __dbt__cte__value_sample as sampled
    inner join __dbt__cte__value_training_windows as windows
        on sampled.window_number = windows.window_number
),

events_known as (
    select
        customers.window_number,
        customers.customer_id,
        customers.as_of_date,
        customers.history_days,
        customers.season_days,
        customers.outcome_end,
        order_events.ordered_at,
        cast(
        (date_diff('day', order_events.ordered_at::timestamp, customers.as_of_date::timestamp ))
     as integer) as days_ago,
        order_events.order_change,
        order_events.amount_change,
        order_events.amount,
        order_events.units > 0 and coalesce(order_events.replaced_at >= customers.as_of_date, true) as is_kept
    from customers
    inner join order_events
        on customers.customer_id = order_events.customer_id and customers.as_of_date > order_events.changed_at
),

customers_summed as (
    select
        window_number,
        customer_id,
        as_of_date,
        history_days,
        outcome_end,
        min(case when is_kept then ordered_at end) as first_ordered_at,
        max(case when is_kept then ordered_at end) as last_ordered_at,
        sum(case when is_kept then 1 else 0 end) as orders,
        sum(case when is_kept then amount else 0 end) as monetary,
        sum(case when is_kept and days_ago <= 30 then 1 else 0 end) as orders_30_days,
        sum(case when is_kept and days_ago <= 30 then amount else 0 end) as monetary_30_days,
        sum(case when is_kept and days_ago <= 90 then 1 else 0 end) as orders_90_days,
        sum(case when is_kept and days_ago <= 90 then amount else 0 end) as monetary_90_days,
        sum(case when is_kept and days_ago <= 180 then 1 else 0 end) as orders_180_days,
        sum(case when is_kept and days_ago <= 180 then amount else 0 end) as monetary_180_days,
        sum(case when is_kept and days_ago <= 365 then 1 else 0 end) as orders_365_days,
        sum(case when is_kept and days_ago <= 365 then amount else 0 end) as monetary_365_days,
        sum(case when is_kept and days_ago between 366 - season_days and 365 then 1 else 0 end) as orders_year_ago,
        sum(case when is_kept and days_ago between 366 - season_days and 365 then amount else 0 end) as monetary_year_ago,
        sum(case when order_change < 0 then 1 else 0 end) as cancelled_orders,
        -sum(case when amount_change < 0 then amount_change else 0 end) as cancelled_monetary
    from events_known
    group by window_number, customer_id, as_of_date, history_days, outcome_end
),

features_typed as (
    select
        window_number,
        customer_id,
        as_of_date,
        outcome_end,

        cast(orders as integer) as frequency,
        cast(
        (date_diff('day', last_ordered_at::timestamp, as_of_date::timestamp ))
     as integer) as recency_days,
        cast(
        (date_diff('day', first_ordered_at::timestamp, as_of_date::timestamp ))
     as integer) as tenure_days,
        cast(monetary as decimal(18, 4)) as monetary,
        
        cast(orders_30_days as integer) as orders_30_days,
        cast(monetary_30_days as decimal(18, 4)) as monetary_30_days,
        cast(orders_90_days as integer) as orders_90_days,
        cast(monetary_90_days as decimal(18, 4)) as monetary_90_days,
        cast(orders_180_days as integer) as orders_180_days,
        cast(monetary_180_days as decimal(18, 4)) as monetary_180_days,
        cast(orders_365_days as integer) as orders_365_days,
        cast(monetary_365_days as decimal(18, 4)) as monetary_365_days,

        case when history_days >= 365 then cast(orders_year_ago as integer) end as year_ago_orders,
        case when history_days >= 365 then cast(monetary_year_ago as decimal(18, 4)) end as year_ago_monetary,
        cast(cancelled_orders as integer) as cancelled_orders,
        cast(cancelled_monetary as decimal(18, 4)) as cancelled_monetary
    from customers_summed
    where orders > 0
)

select * from features_typed
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "window_number", "customer_id", "as_of_date", "outcome_end", "frequency", "recency_days", "tenure_days", "monetary", "orders_30_days", "monetary_30_days", "orders_90_days", "monetary_90_days", "orders_180_days", "orders_365_days", "monetary_365_days", "year_ago_orders", "year_ago_monetary", "cancelled_orders", "cancelled_monetary", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2012-01-01' as DATE)
 as "as_of_date", 
    
    cast('2012-03-01' as DATE)
 as "outcome_end", 
    
    cast(3 as INTEGER)
 as "frequency", 
    
    cast(90 as INTEGER)
 as "recency_days", 
    
    cast(364 as INTEGER)
 as "tenure_days", 
    
    cast(37 as DECIMAL(18,4))
 as "monetary", 
    
    cast(0 as INTEGER)
 as "orders_30_days", 
    
    cast(0 as DECIMAL(18,4))
 as "monetary_30_days", 
    
    cast(1 as INTEGER)
 as "orders_90_days", 
    
    cast(7 as DECIMAL(18,4))
 as "monetary_90_days", 
    
    cast(1 as INTEGER)
 as "orders_180_days", 
    
    cast(3 as INTEGER)
 as "orders_365_days", 
    
    cast(37 as DECIMAL(18,4))
 as "monetary_365_days", 
    
    cast(1 as INTEGER)
 as "year_ago_orders", 
    
    cast(10 as DECIMAL(18,4))
 as "year_ago_monetary", 
    
    cast(1 as INTEGER)
 as "cancelled_orders", 
    
    cast(14 as DECIMAL(18,4))
 as "cancelled_monetary"
union all
select 
    
    cast(2 as INTEGER)
 as "window_number", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast('2010-12-15' as DATE)
 as "as_of_date", 
    
    cast('2011-02-13' as DATE)
 as "outcome_end", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "tenure_days", 
    
    cast(4 as DECIMAL(18,4))
 as "monetary", 
    
    cast(1 as INTEGER)
 as "orders_30_days", 
    
    cast(4 as DECIMAL(18,4))
 as "monetary_30_days", 
    
    cast(1 as INTEGER)
 as "orders_90_days", 
    
    cast(4 as DECIMAL(18,4))
 as "monetary_90_days", 
    
    cast(1 as INTEGER)
 as "orders_180_days", 
    
    cast(1 as INTEGER)
 as "orders_365_days", 
    
    cast(4 as DECIMAL(18,4))
 as "monetary_365_days", 
    
    cast(null as INTEGER)
 as "year_ago_orders", 
    
    cast(null as DECIMAL(18,4))
 as "year_ago_monetary", 
    
    cast(0 as INTEGER)
 as "cancelled_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "cancelled_monetary"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected