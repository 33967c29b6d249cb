
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "line_id","net_amount", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__negative_lines_classified as (

-- Fixture for negative_lines_classified
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-3 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2024-01-01 10:01:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('discount' as character varying)
 as "line_class"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('discount' as character varying)
 as "line_class"
union all
select 
    
    cast(5 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-2 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2024-02-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('discount' as character varying)
 as "line_class"
union all
select 
    
    cast(6 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-2 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2024-01-31 23:59:59' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('discount' as character varying)
 as "line_class"
union all
select 
    
    cast(7 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-4 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2024-01-03 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('cancellation' as character varying)
 as "line_class"
),  __dbt__cte__lines_preclassified as (

-- Fixture for lines_preclassified
select 
    
    cast(1 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(4 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2024-02-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
),  __dbt__cte__cancellation_matches as (

-- Fixture for cancellation_matches
select cast(null as BIGINT) as "cancellation_line_id", 
    
    cast(1 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", cast(null as TIMESTAMP) as "purchased_at", cast(null as TIMESTAMP) as "cancelled_at", cast(null as DECIMAL(18,4)) as "quantity_undone", 
    
    cast(4 as DECIMAL(18,4))
 as "amount_undone", cast(null as DECIMAL(18,4)) as "unmatched_quantity"
), discounts as (
    select * from __dbt__cte__negative_lines_classified
    where line_class = 'discount'
),

lines as (
    select * from __dbt__cte__lines_preclassified
    where preliminary_class = 'sale'
),

cancellation_matches as (
    select * from __dbt__cte__cancellation_matches
),

discounted_invoices as (
    select distinct
        customer_id,
        invoice_id
    from discounts
),

amounts_undone as (
    select
        purchase_line_id,
        sum(amount_undone) as amount_undone
    from cancellation_matches
    group by purchase_line_id
),

lines_stacked as (
    select
        lines.line_id,
        lines.customer_id,
        lines.invoice_id,
        true as is_purchase,
        lines.amount - coalesce(amounts_undone.amount_undone, 0) as net_amount,
        lines.invoiced_at
    from lines
    inner join discounted_invoices
        on lines.customer_id = discounted_invoices.customer_id and lines.invoice_id = discounted_invoices.invoice_id
    left join amounts_undone on lines.line_id = amounts_undone.purchase_line_id

    union all

    select
        line_id,
        customer_id,
        invoice_id,
        false as is_purchase,
        amount as net_amount,
        invoiced_at
    from discounts
),


previous_purchases_found as (
    select
        *,
        max(case when is_purchase then invoiced_at end) over (
            partition by customer_id, invoice_id
            order by invoiced_at rows between unbounded preceding and 1 preceding
        ) as previously_purchased_at
    from lines_stacked
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

discounts_run as (
    select
        *,
        sum(case when is_purchase then net_amount else 0 end) over an_order as order_amount,
        sum(case when is_purchase then 0 else -net_amount end) over (
            partition by customer_id, invoice_id, order_number
            order by invoiced_at, net_amount, line_id
        ) as discount_so_far
    from orders_numbered
    window an_order as (partition by customer_id, invoice_id, order_number)
),

-- No order falls below zero: what exceeds it is not used.
discounts_capped as (
    select
        line_id,
        cast(
            least(discount_so_far + net_amount, order_amount) - least(discount_so_far, order_amount) as decimal(18, 4)
        ) as net_amount
    from discounts_run
    where not is_purchase
)

select * from discounts_capped
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "line_id", "net_amount", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(2 as BIGINT)
 as "line_id", 
    
    cast(-5 as DECIMAL(18,4))
 as "net_amount"
union all
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast(-1 as DECIMAL(18,4))
 as "net_amount"
union all
select 
    
    cast(5 as BIGINT)
 as "line_id", 
    
    cast(-2 as DECIMAL(18,4))
 as "net_amount"
union all
select 
    
    cast(6 as BIGINT)
 as "line_id", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected