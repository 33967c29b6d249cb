
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