
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "line_id","lowest_height","highest_height", 'actual' as "actual_or_expected"
  from (
    -- A refund known by its amount only undoes money of whatever its customer bought last. What had come back as a product
-- by then is not there to be undone.
with
 __dbt__cte__cancelled_products as (

-- Fixture for cancelled_products
select 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('B' as character varying)
 as "product", cast(null as BOOLEAN) as "is_measured_in_money"
union all
select 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast(null as character varying(256))
 as "product", cast(null as BOOLEAN) as "is_measured_in_money"
),  __dbt__cte__lines_preclassified as (

-- Fixture for lines_preclassified
select 
    
    cast(1 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(70 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(100 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-02 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(6 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('2' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
),  __dbt__cte__negative_lines_classified as (

-- Fixture for negative_lines_classified
select 
    
    cast(4 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('B' as character varying)
 as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-60 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2011-01-03 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('cancellation' as character varying)
 as "line_class"
union all
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", 
    
    cast(null as character varying(256))
 as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-50 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2011-01-04 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('cancellation' as character varying)
 as "line_class"
),  __dbt__cte__product_matches as (

-- Fixture for product_matches
select cast(null as BIGINT) as "cancellation_line_id", cast(null as BIGINT) as "move_number", 
    
    cast(2 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", cast(null as BOOLEAN) as "is_measured_in_money", cast(null as DECIMAL(38,4)) as "size", cast(null as DECIMAL(38,4)) as "size_so_far", cast(null as DECIMAL(18,4)) as "purchase_quantity", cast(null as DECIMAL(18,4)) as "purchase_amount", cast(null as DECIMAL(18,4)) as "cancelled_units", cast(null as DECIMAL(18,4)) as "cancelled_amount", cast(null as TIMESTAMP) as "purchased_at", 
    
    cast('2011-01-03 10:00:00' as TIMESTAMP)
 as "cancelled_at", cast(null as DECIMAL(19,4)) as "quantity_taken", 
    
    cast(60 as DECIMAL(19,4))
 as "amount_taken"
union all
select cast(null as BIGINT) as "cancellation_line_id", cast(null as BIGINT) as "move_number", 
    
    cast(2 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", cast(null as BOOLEAN) as "is_measured_in_money", cast(null as DECIMAL(38,4)) as "size", cast(null as DECIMAL(38,4)) as "size_so_far", cast(null as DECIMAL(18,4)) as "purchase_quantity", cast(null as DECIMAL(18,4)) as "purchase_amount", cast(null as DECIMAL(18,4)) as "cancelled_units", cast(null as DECIMAL(18,4)) as "cancelled_amount", cast(null as TIMESTAMP) as "purchased_at", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "cancelled_at", cast(null as DECIMAL(19,4)) as "quantity_taken", 
    
    cast(40 as DECIMAL(19,4))
 as "amount_taken"
), refunded_customers as (
    select * from __dbt__cte__cancelled_products
    where product is null
),

sales as (
    select * from __dbt__cte__lines_preclassified
    where preliminary_class = 'sale'
),

refunds as (
    select * from __dbt__cte__negative_lines_classified
    where line_class = 'cancellation' and product is null
),

product_matches as (
    select * from __dbt__cte__product_matches
),

moves_stacked as (
    select
        line_id,
        customer_id,
        stock_code,
        invoice_id,
        description,
        country,
        False as is_cancellation,
        quantity,
        unit_price,
        amount,
        invoiced_at
    from sales
    union all
    select
        line_id,
        customer_id,
        stock_code,
        invoice_id,
        description,
        country,
        True as is_cancellation,
        quantity,
        unit_price,
        amount,
        invoiced_at
    from refunds
    
    ),

next_refunds_found as (
    select
        moves_stacked.*,
        min(case when moves_stacked.is_cancellation then moves_stacked.invoiced_at end) over (
            partition by moves_stacked.customer_id
            order by moves_stacked.invoiced_at range between current row and unbounded following
        ) as next_refunded_at
    from moves_stacked
    inner join refunded_customers on moves_stacked.customer_id = refunded_customers.customer_id
),

returns_summed as (
    select
        next_refunds_found.line_id,
        sum(product_matches.amount_taken) as amount_returned
    from next_refunds_found
    inner join product_matches
        on next_refunds_found.line_id = product_matches.purchase_line_id
            and next_refunds_found.next_refunded_at >= product_matches.cancelled_at
    group by next_refunds_found.line_id
),

moves as (
    select
        next_refunds_found.*,
        '' as product,
        true as is_measured_in_money,
        abs(next_refunds_found.amount) - coalesce(returns_summed.amount_returned, 0) as size
    from next_refunds_found
    left join returns_summed on next_refunds_found.line_id = returns_summed.line_id
),


moves_ordered as (
    select
        *,
        case when is_cancellation then -size else size end as change,
        cast(row_number() over stack as bigint) as move_number,
        sum(case when is_cancellation then -size else size end) over stack as balance
    from moves
    window stack as (
        partition by customer_id, product
        order by
            invoiced_at, is_cancellation, invoice_id, quantity, unit_price, amount,
            description nulls last, country nulls last, line_id
    )
),

-- A stack cannot be overdrawn: the lowest balance so far is what was cancelled beyond recorded purchases.
lowest_balances_found as (
    select
        *,
        coalesce(
            min(balance) over (
                partition by customer_id, product
                order by move_number rows between unbounded preceding and 1 preceding
            ), 0
        ) as lowest_balance_before
    from moves_ordered
),

heights_floored as (
    select
        *,
        balance - least(balance, lowest_balance_before, 0) as height,
        balance - change - least(lowest_balance_before, 0) as height_before
    from lowest_balances_found
),

intervals_laid as (
    select
        line_id,
        customer_id,
        product,
        stock_code,
        invoice_id,
        move_number,
        is_cancellation,
        is_measured_in_money,
        quantity,
        amount,
        cast(least(height, height_before) as decimal(38, 4)) as lowest_height,
        cast(greatest(height, height_before) as decimal(38, 4)) as highest_height,
        invoiced_at
    from heights_floored
)

select * from intervals_laid
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "line_id", "lowest_height", "highest_height", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(1 as BIGINT)
 as "line_id", 
    
    cast(0 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(70 as DECIMAL(38,4))
 as "highest_height"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", 
    
    cast(70 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(110 as DECIMAL(38,4))
 as "highest_height"
union all
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast(60 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(110 as DECIMAL(38,4))
 as "highest_height"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected