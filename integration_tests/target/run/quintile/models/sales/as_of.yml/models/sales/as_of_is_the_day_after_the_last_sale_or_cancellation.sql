
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "as_of_date", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__lines_preclassified as (

-- Fixture for lines_preclassified
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-12-08 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-12-09 12:50:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-12-20 09:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('cancellation' as character varying)
 as "preliminary_class"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-12-23 09:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('no_customer' as character varying)
 as "preliminary_class"
),  __dbt__cte__negative_lines_classified as (

-- Fixture for negative_lines_classified
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2011-12-20 09:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('cancellation' as character varying)
 as "line_class"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "product", cast(null as character varying(256)) as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_credit_note", 
    
    cast('2011-12-24 09:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_under_excluded", cast(null as BOOLEAN) as "is_under_sale", 
    
    cast('adjustment' as character varying)
 as "line_class"
), lines as (
    select * from __dbt__cte__lines_preclassified
),

negative_lines as (
    select * from __dbt__cte__negative_lines_classified
    where line_class in ('cancellation', 'discount')
),

last_negative_line_found as (
    select max(invoiced_at) as last_negative_at from negative_lines
),

last_lines_found as (
    select
        max(case when preliminary_class = 'sale' then invoiced_at end) as last_sale_at,
        max(invoiced_at) as last_line_at
    from lines
),

last_moments_compared as (
    select
        coalesce(
            greatest(last_lines_found.last_sale_at, last_negative_line_found.last_negative_at),
            last_lines_found.last_line_at
        ) as last_telling_at
    from last_lines_found
    cross join last_negative_line_found
),

date_chosen as (
    select
            cast(

    (cast(last_telling_at as date) + cast(1 as bigint) * interval 1 day) as date) as as_of_date
    from last_moments_compared
)

select * from date_chosen
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "as_of_date", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('2011-12-21' as DATE)
 as "as_of_date"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected