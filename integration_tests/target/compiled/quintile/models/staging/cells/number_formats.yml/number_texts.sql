
-- Fixture for number_texts
select 
    
    cast('1.000' as character varying)
 as "cell_text", 
    
    cast('either' as character varying)
 as "shape", cast(null as character varying(256)) as "currency_sign", cast(null as DECIMAL(18,4)) as "number_with_points", cast(null as DECIMAL(18,4)) as "number_with_commas"