
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "cut_off","customer_id","is_now","ordered_on","last_ordered_on","gaps","peer_group","gap","place", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__order_events as (

-- Fixture for order_events
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 08:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-01 08:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-02-02 08:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-18 08:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-18 08:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-28 08:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-28 08:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-28 10:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-28 10:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-29 08:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-29 08:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 08:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-02 08:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('e' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-12 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-12 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-01 08:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-01 08:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-03 08:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-03 08:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-09 08:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-09 08:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
),  __dbt__cte__value_sample as (

-- Fixture for value_sample
select cast(null as INTEGER) as "window_number", cast(null as character varying(256)) as "customer_id"
    limit 0
),  __dbt__cte__value_training_windows as (

-- Fixture for value_training_windows
select cast(null as INTEGER) as "window_number", cast(null as DATE) as "cut_off", cast(null as character varying(256)) as "purpose", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "outcome_days", cast(null as INTEGER) as "season_days", cast(null as DATE) as "outcome_end", cast(null as INTEGER) as "most_customers"
    limit 0
),  __dbt__cte__value_cut_offs as (

-- Fixture for value_cut_offs
select cast(null as DATE) as "cut_off", cast(null as DATE) as "period_end", cast(null as BOOLEAN) as "is_back_test", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", cast(null as INTEGER) as "training_days"
    limit 0
),  __dbt__cte__customer_rfm as (

-- Fixture for customer_rfm
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('e' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "tenure_days"
),  __dbt__cte__as_of as (

-- Fixture for as_of
select 
    
    cast('2011-02-12' as DATE)
 as "as_of_date"
), order_events as (
    select * from __dbt__cte__order_events
),

customers as (
    select
        sampled.customer_id,
        windows.cut_off,
        false as is_now
    from __dbt__cte__value_sample as sampled
    inner join __dbt__cte__value_training_windows as windows
        on sampled.window_number = windows.window_number
    inner join __dbt__cte__value_cut_offs as cut_offs
        on windows.cut_off = cut_offs.cut_off and cut_offs.is_back_test
    where windows.purpose = 'predict'
    union all
    select
        customer_rfm.customer_id,
        as_of.as_of_date as cut_off,
        true as is_now
    from __dbt__cte__customer_rfm as customer_rfm
    cross join __dbt__cte__as_of as as_of
),

order_days_known as (
    select distinct
        customers.cut_off,
        customers.customer_id,
        customers.is_now,
        cast(order_events.ordered_at as date) as ordered_on
    from customers
    inner join order_events
        on customers.customer_id = order_events.customer_id
            and customers.cut_off > order_events.changed_at
            and (order_events.replaced_at is null or customers.cut_off <= order_events.replaced_at)
    where order_events.units > 0
),

days_compared as (
    select
        *,
        lag(ordered_on) over (partition by cut_off, customer_id order by ordered_on) as ordered_before_on,
        max(ordered_on) over (partition by cut_off, customer_id) as last_ordered_on,
        count(*) over (partition by cut_off, customer_id) - 1 as gaps
    from order_days_known
),

gaps_measured as (
    select
        *,
        cast(
        (date_diff('day', ordered_before_on::timestamp, ordered_on::timestamp ))
     as integer) as gap
    from days_compared
),

-- A gap by its place among the customer's own, counted from 1; the first day has none and comes last.
gaps_placed as (
    select
        *,
        greatest(least(gaps, 8), 1) as peer_group,
        row_number() over (
            partition by cut_off, customer_id order by case when gap is null then 1 else 0 end, gap
        ) as place
    from gaps_measured
)

select * from gaps_placed
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "cut_off", "customer_id", "is_now", "ordered_on", "last_ordered_on", "gaps", "peer_group", "gap", "place", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast('2011-01-28' as DATE)
 as "ordered_on", 
    
    cast('2011-01-28' as DATE)
 as "last_ordered_on", 
    
    cast(1 as BIGINT)
 as "gaps", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(10 as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast('2011-01-18' as DATE)
 as "ordered_on", 
    
    cast('2011-01-28' as DATE)
 as "last_ordered_on", 
    
    cast(1 as BIGINT)
 as "gaps", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(null as INTEGER)
 as "gap", 
    
    cast(2 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast('2011-01-29' as DATE)
 as "ordered_on", 
    
    cast('2011-01-29' as DATE)
 as "last_ordered_on", 
    
    cast(0 as BIGINT)
 as "gaps", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(null as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast('2011-01-01' as DATE)
 as "ordered_on", 
    
    cast('2011-01-09' as DATE)
 as "last_ordered_on", 
    
    cast(2 as BIGINT)
 as "gaps", 
    
    cast(2 as BIGINT)
 as "peer_group", 
    
    cast(null as INTEGER)
 as "gap", 
    
    cast(3 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast('2011-01-03' as DATE)
 as "ordered_on", 
    
    cast('2011-01-09' as DATE)
 as "last_ordered_on", 
    
    cast(2 as BIGINT)
 as "gaps", 
    
    cast(2 as BIGINT)
 as "peer_group", 
    
    cast(2 as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast('2011-01-09' as DATE)
 as "ordered_on", 
    
    cast('2011-01-09' as DATE)
 as "last_ordered_on", 
    
    cast(2 as BIGINT)
 as "gaps", 
    
    cast(2 as BIGINT)
 as "peer_group", 
    
    cast(6 as INTEGER)
 as "gap", 
    
    cast(2 as BIGINT)
 as "place"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected