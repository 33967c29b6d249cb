with
 __dbt__cte__invoice_totals as (

-- Fixture for invoice_totals
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('cancelled_sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", 
    
    cast(3 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(5 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "net_amount", 
    
    cast(2 as BIGINT)
 as "order_number", 
    
    cast('2011-03-05 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(-2 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "net_amount", 
    
    cast(2 as BIGINT)
 as "order_number", 
    
    cast('2011-03-05 09:59:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('C1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('cancellation' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", 
    
    cast(-3 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(-1 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "net_amount", 
    
    cast(null as BIGINT)
 as "order_number", 
    
    cast('2011-02-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
),  __dbt__cte__cancellation_matches as (

-- Fixture for cancellation_matches
select cast(null as BIGINT) as "cancellation_line_id", cast(null as BIGINT) as "purchase_line_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('10' as character varying)
 as "purchase_invoice_id", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-02-01 10:00:00' as TIMESTAMP)
 as "cancelled_at", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity_undone", 
    
    cast(0.3333 as DECIMAL(18,4))
 as "amount_undone", cast(null as DECIMAL(18,4)) as "unmatched_quantity"
union all
select cast(null as BIGINT) as "cancellation_line_id", cast(null as BIGINT) as "purchase_line_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('10' as character varying)
 as "purchase_invoice_id", 
    
    cast('2011-03-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-03-06 10:00:00' as TIMESTAMP)
 as "cancelled_at", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity_undone", 
    
    cast(7 as DECIMAL(18,4))
 as "amount_undone", cast(null as DECIMAL(18,4)) as "unmatched_quantity"
), invoice_totals as (
    select * from __dbt__cte__invoice_totals
    where order_number is not null
),

cancellation_matches as (
    select * from __dbt__cte__cancellation_matches
),

-- What a receipt number that started again was used for later; next to none in most shops.
later_orders as (
    select distinct
        invoice_id,
        customer_id,
        order_number,
        invoiced_at
    from __dbt__cte__invoice_totals
    where order_number > 1
),

changes_stacked as (
    select
        invoice_id,
        customer_id,
        order_number,
        case when line_class != 'discount' then invoiced_at end as purchased_at,
        invoiced_at as changed_at,
        case when line_class = 'discount' then 0 else units end as units_change,
        amount as amount_change
    from invoice_totals
    union all
    select
        cancellation_matches.purchase_invoice_id as invoice_id,
        cancellation_matches.customer_id,
        coalesce(later_orders.order_number, 1) as order_number,
        cancellation_matches.purchased_at,
        cancellation_matches.cancelled_at as changed_at,
        -cancellation_matches.quantity_undone as units_change,
        -cancellation_matches.amount_undone as amount_change
    from cancellation_matches
    left join later_orders
        on cancellation_matches.customer_id = later_orders.customer_id
            and cancellation_matches.purchase_invoice_id = later_orders.invoice_id
            and cancellation_matches.purchased_at = later_orders.invoiced_at
),

changes_typed as (
    select
        invoice_id,
        customer_id,
        order_number,
        purchased_at,
        changed_at,
        cast(units_change as decimal(18, 4)) as units_change,
        cast(amount_change as decimal(18, 4)) as amount_change
    from changes_stacked
)

select * from changes_typed