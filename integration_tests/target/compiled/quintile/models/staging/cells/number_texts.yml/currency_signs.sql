
-- Fixture for currency_signs
select 
    
    cast('£' as character varying)
 as "sign", cast(null as character varying(256)) as "currency"
union all
select 
    
    cast('EUR' as character varying)
 as "sign", cast(null as character varying(256)) as "currency"