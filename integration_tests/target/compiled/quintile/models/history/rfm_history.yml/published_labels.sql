
-- Fixture for published_labels
select 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('once' as character varying)
 as "cluster_label", 
    
    cast('Low' as character varying)
 as "marketing_tier"
union all
select 
    
    cast('2011-02-02' as DATE)
 as "as_of_date", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('twice' as character varying)
 as "cluster_label", 
    
    cast('Low' as character varying)
 as "marketing_tier"
union all
select 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('twice' as character varying)
 as "cluster_label", 
    
    cast('Low' as character varying)
 as "marketing_tier"