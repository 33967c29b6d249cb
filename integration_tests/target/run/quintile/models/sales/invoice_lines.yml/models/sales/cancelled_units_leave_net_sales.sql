
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "line_id","line_class","net_quantity","net_amount","unmatched_quantity", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__lines_preclassified as (

-- Fixture for lines_preclassified
select 
    
    cast(1 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(5 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(4 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(12 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(3 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-6 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-12 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-02 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('cancellation' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(4 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-2 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-02 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('cancellation' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(5 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(2 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(6 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(2 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('non_product' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(7 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('adjustment' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(8 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-2 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('cancellation' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(9 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-3 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('adjustment' as character varying)
 as "preliminary_class"
),  __dbt__cte__as_of as (

-- Fixture for as_of
select 
    
    cast('2011-02-01' as DATE)
 as "as_of_date"
),  __dbt__cte__negative_lines_classified as (

-- Fixture for negative_lines_classified
select 
    
    cast(3 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast(-6 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-12 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", cast(null as TIMESTAMP) as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('cancellation' as character varying)
 as "line_class"
union all
select 
    
    cast(4 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-2 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", cast(null as TIMESTAMP) as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('cancellation' as character varying)
 as "line_class"
union all
select 
    
    cast(7 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", cast(null as TIMESTAMP) as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('discount' as character varying)
 as "line_class"
union all
select 
    
    cast(8 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-2 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", cast(null as TIMESTAMP) as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('cancellation' as character varying)
 as "line_class"
union all
select 
    
    cast(9 as BIGINT)
 as "line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-3 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", cast(null as TIMESTAMP) as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('adjustment' as character varying)
 as "line_class"
),  __dbt__cte__cancellation_matches as (

-- Fixture for cancellation_matches
select 
    
    cast(3 as BIGINT)
 as "cancellation_line_id", 
    
    cast(1 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", cast(null as TIMESTAMP) as "purchased_at", cast(null as TIMESTAMP) as "cancelled_at", 
    
    cast(2 as DECIMAL(18,4))
 as "quantity_undone", 
    
    cast(4 as DECIMAL(18,4))
 as "amount_undone", 
    
    cast(0 as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(3 as BIGINT)
 as "cancellation_line_id", 
    
    cast(2 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", cast(null as TIMESTAMP) as "purchased_at", cast(null as TIMESTAMP) as "cancelled_at", 
    
    cast(4 as DECIMAL(18,4))
 as "quantity_undone", 
    
    cast(12 as DECIMAL(18,4))
 as "amount_undone", 
    
    cast(0 as DECIMAL(18,4))
 as "unmatched_quantity"
),  __dbt__cte__order_discounts as (

-- Fixture for order_discounts
select 
    
    cast(7 as BIGINT)
 as "line_id", 
    
    cast(-6 as DECIMAL(18,4))
 as "net_amount"
), lines as (
    select * from __dbt__cte__lines_preclassified
),

as_of as (
    select * from __dbt__cte__as_of
),

negative_lines as (
    select * from __dbt__cte__negative_lines_classified
),

cancellation_matches as (
    select * from __dbt__cte__cancellation_matches
),

order_discounts as (
    select * from __dbt__cte__order_discounts
),

cancellations_matched as (
    select
        cancellation_line_id,
        max(unmatched_quantity) as unmatched_quantity
    from cancellation_matches
    group by cancellation_line_id
),

outcomes_stacked as (
    select
        purchase_line_id as line_id,
        cast(null as string) as line_class,
        sum(quantity_undone) as quantity_undone,
        sum(amount_undone) as amount_undone,
        cast(null as decimal(18, 4)) as unmatched_quantity
    from cancellation_matches
    group by purchase_line_id

    union all

    select
        negative_lines.line_id,
        case
            when True and negative_lines.line_class = 'cancellation'
                and cancellations_matched.cancellation_line_id is null
                then 'unmatched_cancellation'
            else negative_lines.line_class
        end as line_class,
        0 as quantity_undone,
        negative_lines.amount - order_discounts.net_amount as amount_undone,
        case
            when negative_lines.line_class = 'cancellation'
                then coalesce(cancellations_matched.unmatched_quantity, abs(negative_lines.quantity))
        end as unmatched_quantity
    from negative_lines
    left join cancellations_matched on negative_lines.line_id = cancellations_matched.cancellation_line_id
    left join order_discounts on negative_lines.line_id = order_discounts.line_id
),

lines_classified as (
    select
        lines.*,
        case
            when lines.invoiced_at >= as_of.as_of_date then 'after_as_of'
            when lines.preliminary_class = 'sale' and outcomes_stacked.quantity_undone = lines.quantity
                then 'cancelled_sale'
            else coalesce(outcomes_stacked.line_class, lines.preliminary_class)
        end as line_class,
        coalesce(outcomes_stacked.quantity_undone, 0) as quantity_undone,
        coalesce(outcomes_stacked.amount_undone, 0) as amount_undone,
        outcomes_stacked.unmatched_quantity
    from lines
    cross join as_of
    left join outcomes_stacked on lines.line_id = outcomes_stacked.line_id
),

net_computed as (
    select
        line_id,
        invoice_id,
        customer_id,
        stock_code,

        line_class,
        description,
        country,
        status,

        quantity,
        unit_price,
        amount,
        cast(
            case when line_class = 'sale' then quantity - quantity_undone else 0 end as decimal(18, 4)
        ) as net_quantity,
        cast(
            case when line_class in ('sale', 'discount') then amount - amount_undone else 0 end as decimal(18, 4)
        ) as net_amount,
        cast(
            case when line_class != 'after_as_of' then unmatched_quantity end as decimal(18, 4)
        ) as unmatched_quantity,

        invoiced_at
    from lines_classified
)

select * from net_computed
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "line_id", "line_class", "net_quantity", "net_amount", "unmatched_quantity", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast('cancellation' as character varying)
 as "line_class", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(0 as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", 
    
    cast('cancelled_sale' as character varying)
 as "line_class", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(null as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(1 as BIGINT)
 as "line_id", 
    
    cast('sale' as character varying)
 as "line_class", 
    
    cast(3 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(6 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(null as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(4 as BIGINT)
 as "line_id", 
    
    cast('unmatched_cancellation' as character varying)
 as "line_class", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(5 as BIGINT)
 as "line_id", 
    
    cast('after_as_of' as character varying)
 as "line_class", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(null as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(6 as BIGINT)
 as "line_id", 
    
    cast('non_product' as character varying)
 as "line_class", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(null as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(7 as BIGINT)
 as "line_id", 
    
    cast('discount' as character varying)
 as "line_class", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(-6 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(null as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(8 as BIGINT)
 as "line_id", 
    
    cast('after_as_of' as character varying)
 as "line_class", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(null as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(9 as BIGINT)
 as "line_id", 
    
    cast('adjustment' as character varying)
 as "line_class", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(null as DECIMAL(18,4))
 as "unmatched_quantity"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected