with
 __dbt__cte__stg_invoice_lines as (

-- Fixture for stg_invoice_lines
select 
    
    cast(1 as BIGINT)
 as "line_id", 
    
    cast('CN11' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(2 as DECIMAL(18,4))
 as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-31 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", 
    
    cast('C12' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(2 as DECIMAL(18,4))
 as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-01-31 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast('C12' as character varying)
 as "invoice_id", 
    
    cast(null as character varying(256))
 as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(2 as DECIMAL(18,4))
 as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "invoiced_at"
),  __dbt__cte__non_products as (

-- Fixture for non_products
select cast(null as character varying(256)) as "stock_code", cast(null as BOOLEAN) as "has_uci_headers", cast(null as character varying(256)) as "kind"
    limit 0
),  __dbt__cte__statuses_met as (

-- Fixture for statuses_met
select cast(null as character varying(256)) as "status", cast(null as BOOLEAN) as "is_known", cast(null as BOOLEAN) as "counts", cast(null as character varying(256)) as "kind", cast(null as BIGINT) as "lines", cast(null as DECIMAL(38,4)) as "amount"
    limit 0
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
        regexp_matches(lines.invoice_id, '^CN') as is_credit_note,
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
            when invoiced_at >= cast('2011-02-01' as date) then 'after_as_of'
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