
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "line_id","move_number","lowest_height","highest_height", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__cancelled_products as (

-- Fixture for cancelled_products
select 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "product", 
    
    cast(False as BOOLEAN)
 as "is_measured_in_money"
union all
select 
    
    cast('2' as character varying)
 as "customer_id", 
    
    cast(null as character varying(256))
 as "product", 
    
    cast(False as BOOLEAN)
 as "is_measured_in_money"
),  __dbt__cte__lines_preclassified as (

-- Fixture for lines_preclassified
select 
    
    cast(1 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(5 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(4 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-03 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(5 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(9 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(6 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('2' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(9 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(7 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('B' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(9 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
),  __dbt__cte__negative_lines_classified as (

-- Fixture for negative_lines_classified
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('A' as character varying)
 as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast(-6 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2011-01-03 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('cancellation' as character varying)
 as "line_class"
union all
select 
    
    cast(4 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('A' as character varying)
 as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast(-10 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2011-01-04 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('cancellation' as character varying)
 as "line_class"
union all
select 
    
    cast(8 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('A' as character varying)
 as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2011-01-04 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('discount' as character varying)
 as "line_class"
), cancelled_products as (
    select * from __dbt__cte__cancelled_products
    where product is not null
),

sales as (
    select * from __dbt__cte__lines_preclassified
    where preliminary_class = 'sale'
),

cancellations as (
    select * from __dbt__cte__negative_lines_classified
    where line_class = 'cancellation'
),

moves_stacked as (
    select
        line_id,
        customer_id,
        stock_code,
        stock_code as product,
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
        product as product,
        invoice_id,
        description,
        country,
        True as is_cancellation,
        quantity,
        unit_price,
        amount,
        invoiced_at
    from cancellations
    
    ),

moves as (
    select
        moves_stacked.*,
        cancelled_products.is_measured_in_money,
        abs(
            case
                when cancelled_products.is_measured_in_money then moves_stacked.amount
                else moves_stacked.quantity
            end
        ) as size
    from moves_stacked
    inner join cancelled_products
        on moves_stacked.customer_id = cancelled_products.customer_id
            and moves_stacked.product = cancelled_products.product
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
    "line_id", "move_number", "lowest_height", "highest_height", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(1 as BIGINT)
 as "line_id", 
    
    cast(1 as BIGINT)
 as "move_number", 
    
    cast(0 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(5 as DECIMAL(38,4))
 as "highest_height"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", 
    
    cast(2 as BIGINT)
 as "move_number", 
    
    cast(5 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(9 as DECIMAL(38,4))
 as "highest_height"
union all
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast(3 as BIGINT)
 as "move_number", 
    
    cast(3 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(9 as DECIMAL(38,4))
 as "highest_height"
union all
select 
    
    cast(4 as BIGINT)
 as "line_id", 
    
    cast(4 as BIGINT)
 as "move_number", 
    
    cast(0 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(3 as DECIMAL(38,4))
 as "highest_height"
union all
select 
    
    cast(5 as BIGINT)
 as "line_id", 
    
    cast(5 as BIGINT)
 as "move_number", 
    
    cast(0 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(9 as DECIMAL(38,4))
 as "highest_height"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected