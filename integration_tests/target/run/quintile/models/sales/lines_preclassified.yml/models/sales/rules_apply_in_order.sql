
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "line_id","preliminary_class", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__stg_invoice_lines as (

-- Fixture for stg_invoice_lines
select 
    
    cast(1 as BIGINT)
 as "line_id", 
    
    cast('CA-10' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(2 as DECIMAL(18,4))
 as "quantity", 
    
    cast(3 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(6 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", 
    
    cast('C11' as character varying)
 as "invoice_id", 
    
    cast(null as character varying(256))
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-2 as DECIMAL(18,4))
 as "quantity", 
    
    cast(3 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-6 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast('C12' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('POST' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(3 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-3 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(4 as BIGINT)
 as "line_id", 
    
    cast('C13' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(5 as BIGINT)
 as "line_id", 
    
    cast('A14' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(-9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(6 as BIGINT)
 as "line_id", 
    
    cast('15' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(3 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-3 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(7 as BIGINT)
 as "line_id", 
    
    cast('16' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(0 as DECIMAL(18,4))
 as "quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(8 as BIGINT)
 as "line_id", 
    
    cast('17' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(9 as BIGINT)
 as "line_id", 
    
    cast('18' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast(null as character varying(256))
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(1 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(10 as BIGINT)
 as "line_id", 
    
    cast('19' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(0 as DECIMAL(18,4))
 as "quantity", 
    
    cast(4 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-4 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(11 as BIGINT)
 as "line_id", 
    
    cast('20' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(-9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(12 as BIGINT)
 as "line_id", 
    
    cast('21' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('void' as character varying)
 as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(13 as BIGINT)
 as "line_id", 
    
    cast('21' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('void' as character varying)
 as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(14 as BIGINT)
 as "line_id", 
    
    cast('22' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('refunded' as character varying)
 as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(15 as BIGINT)
 as "line_id", 
    
    cast('22' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('refunded' as character varying)
 as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(16 as BIGINT)
 as "line_id", 
    
    cast('23' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('shipped' as character varying)
 as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(17 as BIGINT)
 as "line_id", 
    
    cast('24' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('POST' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
),  __dbt__cte__non_products as (

-- Fixture for non_products
select 
    
    cast('POST' as character varying)
 as "stock_code", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", 
    
    cast('postage' as character varying)
 as "kind"
),  __dbt__cte__statuses_met as (

-- Fixture for statuses_met
select 
    
    cast('void' as character varying)
 as "status", cast(null as BOOLEAN) as "is_known", 
    
    cast(False as BOOLEAN)
 as "counts", 
    
    cast('cancelled' as character varying)
 as "kind", cast(null as BIGINT) as "lines", cast(null as DECIMAL(38,4)) as "amount"
union all
select 
    
    cast('refunded' as character varying)
 as "status", cast(null as BOOLEAN) as "is_known", 
    
    cast(False as BOOLEAN)
 as "counts", 
    
    cast('refunded' as character varying)
 as "kind", cast(null as BIGINT) as "lines", cast(null as DECIMAL(38,4)) as "amount"
union all
select 
    
    cast('shipped' as character varying)
 as "status", cast(null as BOOLEAN) as "is_known", 
    
    cast(True as BOOLEAN)
 as "counts", 
    
    cast('sale' as character varying)
 as "kind", cast(null as BIGINT) as "lines", cast(null as DECIMAL(38,4)) as "amount"
), lines as (
    select * from __dbt__cte__stg_invoice_lines
),

non_products as (
    select * from __dbt__cte__non_products
),

statuses_met as (
    select * from __dbt__cte__statuses_met
),

facts_joined as (
    select
        lines.*,
        false as is_credit_note,
        coalesce(statuses_met.counts, true) as status_counts,
        coalesce(statuses_met.kind = 'refunded', false) as is_marked_refunded,
        lines.quantity < 0 or lines.amount < 0 as is_negative,
        non_products.kind as non_product_kind
    from lines
    left join non_products
        on lines.stock_code = non_products.stock_code and lines.has_uci_headers = non_products.has_uci_headers
    left join statuses_met on lines.status = statuses_met.status
),

-- A refund that is itself marked refunded is still a refund.
classes_named as (
    select
        *,
        case
            when customer_id is null then 'no_customer'
            when not status_counts and not (is_marked_refunded and is_negative) then 'excluded_status'
            when non_product_kind is not null then 'non_product'
            when is_credit_note then 'cancellation'
            when unit_price < 0 then 'adjustment'
            when is_negative then 'cancellation'
            when quantity = 0 then 'invalid_quantity'
            when amount = 0 then 'invalid_price'
            else 'sale'
        end as preliminary_class
    from facts_joined
)

select * from classes_named
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "line_id", "preliminary_class", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(1 as BIGINT)
 as "line_id", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", 
    
    cast('no_customer' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast('non_product' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(4 as BIGINT)
 as "line_id", 
    
    cast('cancellation' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(5 as BIGINT)
 as "line_id", 
    
    cast('adjustment' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(6 as BIGINT)
 as "line_id", 
    
    cast('cancellation' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(7 as BIGINT)
 as "line_id", 
    
    cast('invalid_quantity' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(8 as BIGINT)
 as "line_id", 
    
    cast('invalid_price' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(9 as BIGINT)
 as "line_id", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(10 as BIGINT)
 as "line_id", 
    
    cast('cancellation' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(11 as BIGINT)
 as "line_id", 
    
    cast('adjustment' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(12 as BIGINT)
 as "line_id", 
    
    cast('excluded_status' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(13 as BIGINT)
 as "line_id", 
    
    cast('excluded_status' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(14 as BIGINT)
 as "line_id", 
    
    cast('excluded_status' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(15 as BIGINT)
 as "line_id", 
    
    cast('cancellation' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(16 as BIGINT)
 as "line_id", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select 
    
    cast(17 as BIGINT)
 as "line_id", 
    
    cast('sale' as character varying)
 as "preliminary_class"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected