with
 __dbt__cte__negative_lines as (

-- Fixture for negative_lines
select 
    
    cast(1 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('PROMO' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-05 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('adjustment' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(-5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(4 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('9' as character varying)
 as "invoice_id", 
    
    cast('PROMO' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('adjustment' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(-5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(5 as BIGINT)
 as "line_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('PROMO' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(6 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast(null as character varying(256))
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(7 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('LATE' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(8 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('PROMO' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2023-12-31 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(9 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('PROMO' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(False as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(10 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('PROMO' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(True as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(11 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('DISCOUNT' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('non_product' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(12 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-03 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(13 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-03 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(14 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('PROMO' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2023-12-31 09:59:59' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast(15 as BIGINT)
 as "line_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('LATE' as character varying)
 as "stock_code", cast(null as character varying(256)) as "product", 
    
    cast('cancellation' as character varying)
 as "preliminary_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as DECIMAL(18,4)) as "quantity", 
    
    cast(5 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount", 
    
    cast(True as BOOLEAN)
 as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "status_counts", 
    
    cast(False as BOOLEAN)
 as "is_credit_note", 
    
    cast('2024-01-02 10:00:00' as TIMESTAMP)
 as "invoiced_at"
),  __dbt__cte__lines_preclassified as (

-- Fixture for lines_preclassified
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('LATE' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2024-01-02 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('sale' as character varying)
 as "preliminary_class"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", 
    
    cast('2024-01-02 10:00:00' as TIMESTAMP)
 as "invoiced_at", cast(null as BOOLEAN) as "is_credit_note", cast(null as BOOLEAN) as "status_counts", cast(null as BOOLEAN) as "is_marked_refunded", cast(null as BOOLEAN) as "is_negative", cast(null as character varying(256)) as "non_product_kind", 
    
    cast('excluded_status' as character varying)
 as "preliminary_class"
), negative_lines as (
    select * from __dbt__cte__negative_lines
),

invoiced_lines as (
    select * from __dbt__cte__lines_preclassified
    where preliminary_class in ('sale', 'excluded_status')
),

sales as (
    select * from __dbt__cte__lines_preclassified
    where preliminary_class = 'sale'
),

negative_invoices as (
    select distinct
        customer_id,
        invoice_id
    from negative_lines
    where invoice_id_is_given
),

-- Of each invoice with a negative line: when something was first sold under it, and whether its status excludes it.
invoices_looked_up as (
    select
        invoiced_lines.customer_id,
        invoiced_lines.invoice_id,
        min(case when invoiced_lines.preliminary_class = 'sale' then invoiced_lines.invoiced_at end) as first_sold_at,
        max(
            case when invoiced_lines.preliminary_class = 'excluded_status' then 1 else 0 end
        ) as is_excluded
    from invoiced_lines
    inner join negative_invoices
        on invoiced_lines.customer_id = negative_invoices.customer_id
            and invoiced_lines.invoice_id = negative_invoices.invoice_id
    group by invoiced_lines.customer_id, invoiced_lines.invoice_id
),

invoices_joined as (
    select
        negative_lines.*,
        coalesce(invoices_looked_up.is_excluded, 0) = 1 as is_under_excluded,
        coalesce(
            invoices_looked_up.first_sold_at <= negative_lines.invoiced_at + interval '1' day
            and negative_lines.amount < 0
            and not negative_lines.is_credit_note, false
        ) as is_under_sale
    from negative_lines
    left join invoices_looked_up
        on negative_lines.invoice_id_is_given
            and negative_lines.customer_id = invoices_looked_up.customer_id
            and negative_lines.invoice_id = invoices_looked_up.invoice_id
),

products_under_sale as (
    select distinct
        customer_id,
        stock_code
    from invoices_joined
    where is_under_sale
),

products_bought as (
    select
        sales.customer_id,
        sales.stock_code,
        min(sales.invoiced_at) as first_bought_at
    from sales
    inner join products_under_sale
        on sales.customer_id = products_under_sale.customer_id and sales.stock_code = products_under_sale.stock_code
    group by sales.customer_id, sales.stock_code
),

classes_decided as (
    select
        invoices_joined.*,
        case
            when not invoices_joined.status_counts and invoices_joined.is_under_excluded then 'excluded_status'
            when invoices_joined.is_under_sale and invoices_joined.unit_price < 0 then 'discount'
            when
                invoices_joined.is_under_sale and invoices_joined.stock_code is not null
                and coalesce(products_bought.first_bought_at > invoices_joined.invoiced_at, true)
                then 'discount'
            else invoices_joined.preliminary_class
        end as line_class
    from invoices_joined
    left join products_bought
        on invoices_joined.customer_id = products_bought.customer_id
            and invoices_joined.stock_code = products_bought.stock_code
)

select * from classes_decided