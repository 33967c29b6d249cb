
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "stock_code","has_uci_headers","kind", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__stg_invoice_lines as (

-- Fixture for stg_invoice_lines
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('m' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('M' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('Post' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('Post' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('TESTER' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('gift_0001_10' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('GIFTXBOX' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
),  __dbt__cte__non_product_codes as (

-- Fixture for non_product_codes
select 
    
    cast('M' as character varying)
 as "code_pattern", 
    
    cast(True as BOOLEAN)
 as "is_uci_only", 
    
    cast('manual' as character varying)
 as "kind", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast('POST' as character varying)
 as "code_pattern", 
    
    cast(False as BOOLEAN)
 as "is_uci_only", 
    
    cast('postage' as character varying)
 as "kind", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast('TEST%' as character varying)
 as "code_pattern", 
    
    cast(True as BOOLEAN)
 as "is_uci_only", 
    
    cast('test' as character varying)
 as "kind", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast('GIFT|_%' as character varying)
 as "code_pattern", 
    
    cast(True as BOOLEAN)
 as "is_uci_only", 
    
    cast('voucher' as character varying)
 as "kind", cast(null as character varying(256)) as "meaning"
), lines as (
    select * from __dbt__cte__stg_invoice_lines
),

codes as (
    select * from __dbt__cte__non_product_codes
),

codes_sold as (
    select distinct
        stock_code,
        has_uci_headers
    from lines
    where stock_code is not null
),

first_kind_matched as (
    select
        codes_sold.stock_code,
        codes_sold.has_uci_headers,
        min(codes.kind) as kind
    from codes_sold
    inner join codes
        on upper(codes_sold.stock_code) like codes.code_pattern escape '|'
            and (codes_sold.has_uci_headers or not codes.is_uci_only)
    group by codes_sold.stock_code, codes_sold.has_uci_headers
)

select * from first_kind_matched
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "stock_code", "has_uci_headers", "kind", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('m' as character varying)
 as "stock_code", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", 
    
    cast('manual' as character varying)
 as "kind"
union all
select 
    
    cast('Post' as character varying)
 as "stock_code", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", 
    
    cast('postage' as character varying)
 as "kind"
union all
select 
    
    cast('Post' as character varying)
 as "stock_code", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", 
    
    cast('postage' as character varying)
 as "kind"
union all
select 
    
    cast('gift_0001_10' as character varying)
 as "stock_code", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", 
    
    cast('voucher' as character varying)
 as "kind"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected