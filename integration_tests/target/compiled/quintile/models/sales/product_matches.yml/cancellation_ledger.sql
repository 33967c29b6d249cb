
-- Fixture for cancellation_ledger
select 
    
    cast(1 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "product", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "invoice_id", 
    
    cast(1 as BIGINT)
 as "move_number", 
    
    cast(False as BOOLEAN)
 as "is_cancellation", 
    
    cast(False as BOOLEAN)
 as "is_measured_in_money", 
    
    cast(5 as DECIMAL(18,4))
 as "quantity", 
    
    cast(12 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(5 as DECIMAL(38,4))
 as "highest_height", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "product", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "invoice_id", 
    
    cast(2 as BIGINT)
 as "move_number", 
    
    cast(False as BOOLEAN)
 as "is_cancellation", 
    
    cast(False as BOOLEAN)
 as "is_measured_in_money", 
    
    cast(4 as DECIMAL(18,4))
 as "quantity", 
    
    cast(8 as DECIMAL(18,4))
 as "amount", 
    
    cast(5 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(9 as DECIMAL(38,4))
 as "highest_height", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "product", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "invoice_id", 
    
    cast(3 as BIGINT)
 as "move_number", 
    
    cast(True as BOOLEAN)
 as "is_cancellation", 
    
    cast(False as BOOLEAN)
 as "is_measured_in_money", 
    
    cast(-6 as DECIMAL(18,4))
 as "quantity", 
    
    cast(-15 as DECIMAL(18,4))
 as "amount", 
    
    cast(3 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(9 as DECIMAL(38,4))
 as "highest_height", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(4 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "product", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "invoice_id", 
    
    cast(4 as BIGINT)
 as "move_number", 
    
    cast(True as BOOLEAN)
 as "is_cancellation", 
    
    cast(False as BOOLEAN)
 as "is_measured_in_money", 
    
    cast(-10 as DECIMAL(18,4))
 as "quantity", 
    
    cast(-25 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(3 as DECIMAL(38,4))
 as "highest_height", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(5 as BIGINT)
 as "line_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "product", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "invoice_id", 
    
    cast(5 as BIGINT)
 as "move_number", 
    
    cast(False as BOOLEAN)
 as "is_cancellation", 
    
    cast(False as BOOLEAN)
 as "is_measured_in_money", 
    
    cast(9 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(38,4))
 as "lowest_height", 
    
    cast(9 as DECIMAL(38,4))
 as "highest_height", cast(null as TIMESTAMP) as "invoiced_at"