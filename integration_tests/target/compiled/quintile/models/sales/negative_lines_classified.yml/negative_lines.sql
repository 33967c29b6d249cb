
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