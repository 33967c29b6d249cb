
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","valid_from","valid_to","last_ordered_at","frequency","monetary", 'actual' as "actual_or_expected"
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
 as "units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(50 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-02-28 23:59:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-28 23:59:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(10 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2010-11-05 10:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2010-11-05 10:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(2 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(-30 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(0 as INTEGER)
 as "order_change", 
    
    cast('2011-02-28 23:59:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-04-10 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(-20 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(-1 as INTEGER)
 as "order_change", 
    
    cast('2011-02-28 23:59:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-04-10 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(7 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-02-03 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(-7 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(-1 as INTEGER)
 as "order_change", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-03 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(8 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(-8 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(-1 as INTEGER)
 as "order_change", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('5' as character varying)
 as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(9 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-05-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-05-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
),  __dbt__cte__month_ends as (

-- Fixture for month_ends
select 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"
union all
select 
    
    cast('2011-02-28' as DATE)
 as "month_end", 
    
    cast('2011-03-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"
union all
select 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast('2011-04-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"
union all
select 
    
    cast('2011-04-30' as DATE)
 as "month_end", 
    
    cast('2011-05-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"
), order_events as (
    select * from __dbt__cte__order_events
),

month_ends as (
    select * from __dbt__cte__month_ends
),

history_bounded as (
    select
        min(month_end) as first_month_end,
        max(as_of_date) as last_as_of_date
    from month_ends
),

-- A sum of changes can take an order back, a latest order cannot: one that changes again is set down month by month.
changes_stacked as (
    select
        order_events.customer_id,
        greatest(cast(
        

    (

    (date_trunc('month', order_events.changed_at) + cast(1 as bigint) * interval 1 month) + cast(-1 as bigint) * interval 1 day)
        as date), history_bounded.first_month_end) as month_end,
        order_events.order_change,
        order_events.amount_change,
        case
            when order_events.units > 0 and order_events.replaced_at is null then order_events.ordered_at
        end as lasting_order_at,
        cast(null as timestamp) as passing_order_at
    from order_events
    inner join history_bounded on order_events.changed_at < history_bounded.last_as_of_date
    union all
    select
        order_events.customer_id,
        month_ends.month_end,
        0 as order_change,
        0 as amount_change,
        cast(null as timestamp) as lasting_order_at,
        order_events.ordered_at as passing_order_at
    from order_events
    inner join month_ends
        on order_events.changed_at < month_ends.as_of_date
            and order_events.replaced_at >= month_ends.as_of_date
    where order_events.units > 0
        and order_events.replaced_at is not null
),

-- Running sums over all events of a month are those of its last row, where the latest passing order stands as well.
changes_run as (
    select
        customer_id,
        month_end as valid_from,
        lead(month_end) over (
            partition by customer_id
            order by month_end asc, passing_order_at asc nulls first
        ) as valid_to,
        greatest(max(lasting_order_at) over changes, passing_order_at) as last_ordered_at,
        cast(sum(order_change) over changes as integer) as frequency,
        cast(sum(amount_change) over changes as decimal(18, 4)) as monetary
    from changes_stacked
    window changes as (
        partition by customer_id
        order by month_end asc, passing_order_at asc nulls first
        rows between unbounded preceding and current row
    )
),

customers_kept as (
    select * from changes_run
    where frequency > 0
        and (valid_to is null or valid_to > valid_from)
)

select * from customers_kept
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "valid_from", "valid_to", "last_ordered_at", "frequency", "monetary", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "valid_from", 
    
    cast('2011-02-28' as DATE)
 as "valid_to", 
    
    cast('2010-11-05 10:00:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "valid_from", 
    
    cast('2011-03-31' as DATE)
 as "valid_to", 
    
    cast('2011-02-28 23:59:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(60 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "valid_from", 
    
    cast('2011-04-30' as DATE)
 as "valid_to", 
    
    cast('2011-02-28 23:59:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(30 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-04-30' as DATE)
 as "valid_from", 
    
    cast(null as DATE)
 as "valid_to", 
    
    cast('2010-11-05 10:00:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "valid_from", 
    
    cast('2011-03-31' as DATE)
 as "valid_to", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(8 as DECIMAL(18,4))
 as "monetary"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected