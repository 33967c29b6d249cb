
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "status","is_known","counts","kind","lines","amount", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__stg_invoice_lines as (

-- Fixture for stg_invoice_lines
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('wc-completed' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('wc-completed' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(5 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('Partially_Refunded' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('PartiallyRefunded' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('Shipped - Returned to Seller' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(2 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('CANCELED' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('eingetroffen' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(4 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast(null as character varying(256))
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
),  __dbt__cte__order_statuses as (

-- Fixture for order_statuses
select 
    
    cast('completed' as character varying)
 as "status", 
    
    cast(True as BOOLEAN)
 as "counts", 
    
    cast('sale' as character varying)
 as "kind", cast(null as character varying(256)) as "platforms"
union all
select 
    
    cast('partiallyrefunded' as character varying)
 as "status", 
    
    cast(True as BOOLEAN)
 as "counts", 
    
    cast('sale' as character varying)
 as "kind", cast(null as character varying(256)) as "platforms"
union all
select 
    
    cast('shippedreturnedtoseller' as character varying)
 as "status", 
    
    cast(False as BOOLEAN)
 as "counts", 
    
    cast('refunded' as character varying)
 as "kind", cast(null as character varying(256)) as "platforms"
union all
select 
    
    cast('canceled' as character varying)
 as "status", 
    
    cast(False as BOOLEAN)
 as "counts", 
    
    cast('cancelled' as character varying)
 as "kind", cast(null as character varying(256)) as "platforms"
), lines as (
    select * from __dbt__cte__stg_invoice_lines
    where status is not null
),

order_statuses as (
    select * from __dbt__cte__order_statuses
),

statuses_summed as (
    select
        status,
        count(*) as lines,
        cast(sum(amount) as decimal(38, 4)) as amount
    from lines
    group by status
),

statuses_looked_up as (
    select
        statuses_summed.status,
        order_statuses.status is not null as is_known,
        coalesce(order_statuses.counts, true) as counts,
        order_statuses.kind,
        statuses_summed.lines,
        statuses_summed.amount
    from statuses_summed
    left join order_statuses on replace(replace(replace(
        case when lower(statuses_summed.status) like 'wc-%' then substr(lower(statuses_summed.status), 4) else lower(statuses_summed.status) end,
        ' ', ''), '-', ''), '_', '') = order_statuses.status
)

select * from statuses_looked_up
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "status", "is_known", "counts", "kind", "lines", "amount", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('wc-completed' as character varying)
 as "status", 
    
    cast(True as BOOLEAN)
 as "is_known", 
    
    cast(True as BOOLEAN)
 as "counts", 
    
    cast('sale' as character varying)
 as "kind", 
    
    cast(2 as BIGINT)
 as "lines", 
    
    cast(15 as DECIMAL(38,4))
 as "amount"
union all
select 
    
    cast('Partially_Refunded' as character varying)
 as "status", 
    
    cast(True as BOOLEAN)
 as "is_known", 
    
    cast(True as BOOLEAN)
 as "counts", 
    
    cast('sale' as character varying)
 as "kind", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(1 as DECIMAL(38,4))
 as "amount"
union all
select 
    
    cast('PartiallyRefunded' as character varying)
 as "status", 
    
    cast(True as BOOLEAN)
 as "is_known", 
    
    cast(True as BOOLEAN)
 as "counts", 
    
    cast('sale' as character varying)
 as "kind", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(1 as DECIMAL(38,4))
 as "amount"
union all
select 
    
    cast('Shipped - Returned to Seller' as character varying)
 as "status", 
    
    cast(True as BOOLEAN)
 as "is_known", 
    
    cast(False as BOOLEAN)
 as "counts", 
    
    cast('refunded' as character varying)
 as "kind", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(2 as DECIMAL(38,4))
 as "amount"
union all
select 
    
    cast('CANCELED' as character varying)
 as "status", 
    
    cast(True as BOOLEAN)
 as "is_known", 
    
    cast(False as BOOLEAN)
 as "counts", 
    
    cast('cancelled' as character varying)
 as "kind", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(3 as DECIMAL(38,4))
 as "amount"
union all
select 
    
    cast('eingetroffen' as character varying)
 as "status", 
    
    cast(False as BOOLEAN)
 as "is_known", 
    
    cast(True as BOOLEAN)
 as "counts", 
    
    cast(null as character varying(256))
 as "kind", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(4 as DECIMAL(38,4))
 as "amount"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected