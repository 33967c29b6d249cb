
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