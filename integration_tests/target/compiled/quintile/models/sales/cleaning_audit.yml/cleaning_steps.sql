
-- Fixture for cleaning_steps
select 
    
    cast(1 as INTEGER)
 as "step_number", 
    
    cast('no customer' as character varying)
 as "step", 
    
    cast('no_customer' as character varying)
 as "line_class", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast(2 as INTEGER)
 as "step_number", 
    
    cast('not a product' as character varying)
 as "step", 
    
    cast('non_product' as character varying)
 as "line_class", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast(3 as INTEGER)
 as "step_number", 
    
    cast('discount' as character varying)
 as "step", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast(4 as INTEGER)
 as "step_number", 
    
    cast('cancelled units' as character varying)
 as "step", 
    
    cast(null as character varying(256))
 as "line_class", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast(5 as INTEGER)
 as "step_number", 
    
    cast('discounted' as character varying)
 as "step", 
    
    cast(null as character varying(256))
 as "line_class", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast(6 as INTEGER)
 as "step_number", 
    
    cast('kept' as character varying)
 as "step", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "meaning"