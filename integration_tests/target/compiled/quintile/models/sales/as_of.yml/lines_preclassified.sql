
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