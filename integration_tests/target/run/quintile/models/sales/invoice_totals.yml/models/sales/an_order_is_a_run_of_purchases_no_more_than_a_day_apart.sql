
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","line_class","order_number","invoiced_at", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__invoice_lines as (

-- Fixture for invoice_lines
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-1 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(-1 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-01 23:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('cancelled_sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-01 23:59:00' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", 
    
    cast(1 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(1 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-02 23:59:00' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", 
    
    cast(1 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(1 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-03 23:59:01' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('cancellation' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-1 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-03 12:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-1 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(-1 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-03 12:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", 
    
    cast(1 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(1 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-02 12:00:00' as TIMESTAMP)
 as "invoiced_at"
),  __dbt__cte__repeated_lines as (

-- Fixture for repeated_lines
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as DECIMAL(18,4)) as "amount"
    limit 0
),  __dbt__cte__rejected_lines as (

-- Fixture for rejected_lines
select cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "column_name", cast(null as character varying(256)) as "raw_text", cast(null as character varying(256)) as "reason", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_at_most"
    limit 0
), invoice_lines as (
    select * from __dbt__cte__invoice_lines
),

repeated_lines as (
    select * from __dbt__cte__repeated_lines
),

rejected_lines as (
    select * from __dbt__cte__rejected_lines
),

lines_summed as (
    select
        invoice_id,
        customer_id,
        line_class,
        invoiced_at,
        max(country) as country,
        count(*) as lines,
        sum(quantity) as units,
        sum(net_quantity) as net_units,
        sum(amount) as amount,
        sum(net_amount) as net_amount
    from invoice_lines
    group by invoice_id, customer_id, line_class, invoiced_at
),

purchases_kept as (
    select
        *,
        line_class != 'discount' as is_purchase
    from lines_summed
    where line_class in ('sale', 'cancelled_sale', 'discount')
),

-- Only these can be several orders.
long_invoices as (
    select
        customer_id,
        invoice_id
    from purchases_kept
    group by customer_id, invoice_id
    having max(invoiced_at) > min(invoiced_at) + interval '1' day
),

long_purchases as (
    select purchases_kept.*
    from purchases_kept
    inner join long_invoices
        on purchases_kept.customer_id = long_invoices.customer_id
            and purchases_kept.invoice_id = long_invoices.invoice_id
),


previous_purchases_found as (
    select
        *,
        max(case when is_purchase then invoiced_at end) over (
            partition by customer_id, invoice_id
            order by invoiced_at rows between unbounded preceding and 1 preceding
        ) as previously_purchased_at
    from long_purchases
),

orders_numbered as (
    select
        *,
        greatest(
            1,
            sum(
                case
                    when is_purchase and coalesce(invoiced_at > previously_purchased_at + interval '1' day, true) then 1
                    else 0
                end
            ) over (partition by customer_id, invoice_id order by invoiced_at)
        ) as order_number
    from previous_purchases_found
),

fates_stacked as (
    select
        lines_summed.invoice_id,
        lines_summed.customer_id,
        lines_summed.line_class,
        case
            when lines_summed.line_class in ('sale', 'cancelled_sale', 'discount')
                then coalesce(orders_numbered.order_number, 1)
        end as order_number,
        lines_summed.invoiced_at,
        lines_summed.country,
        lines_summed.lines,
        lines_summed.units,
        lines_summed.net_units,
        lines_summed.amount,
        lines_summed.net_amount
    from lines_summed
    left join orders_numbered
        on lines_summed.customer_id = orders_numbered.customer_id
            and lines_summed.invoice_id = orders_numbered.invoice_id
            and lines_summed.invoiced_at = orders_numbered.invoiced_at
            and lines_summed.line_class = orders_numbered.line_class
    union all
    select
        invoice_id,
        customer_id,
        'repeated' as line_class,
        cast(null as bigint) as order_number,
        cast(null as timestamp) as invoiced_at,
        cast(null as varchar) as country,
        count(*) as lines,
        0 as units,
        0 as net_units,
        sum(amount) as amount,
        0 as net_amount
    from repeated_lines
    group by invoice_id, customer_id
    union all
    select
        null as invoice_id,
        null as customer_id,
        'rejected' as line_class,
        cast(null as bigint) as order_number,
        cast(null as timestamp) as invoiced_at,
        cast(null as varchar) as country,
        count(*) as lines,
        0 as units,
        0 as net_units,
        0 as amount,
        0 as net_amount
    from rejected_lines
    having count(*) > 0
),

sums_typed as (
    select
        invoice_id,
        customer_id,
        line_class,
        country,

        lines,
        cast(units as decimal(18, 4)) as units,
        cast(net_units as decimal(18, 4)) as net_units,
        cast(amount as decimal(18, 4)) as amount,
        cast(net_amount as decimal(18, 4)) as net_amount,

        cast(order_number as bigint) as order_number,
        invoiced_at
    from fates_stacked
)

select * from sums_typed
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "line_class", "order_number", "invoiced_at", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('discount' as character varying)
 as "line_class", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 23:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('cancelled_sale' as character varying)
 as "line_class", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 23:59:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-02 23:59:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", 
    
    cast(2 as BIGINT)
 as "order_number", 
    
    cast('2024-01-03 23:59:01' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('cancellation' as character varying)
 as "line_class", 
    
    cast(null as BIGINT)
 as "order_number", 
    
    cast('2024-01-03 12:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('discount' as character varying)
 as "line_class", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-03 12:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-02 12:00:00' as TIMESTAMP)
 as "invoiced_at"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected