
-- Fixture for segment_playbook
select 
    
    cast('Active regulars' as character varying)
 as "cluster_label", 
    
    cast('thank' as character varying)
 as "recommended_action", 
    
    cast('email' as character varying)
 as "channel", 
    
    cast(1 as INTEGER)
 as "priority"
union all
select 
    
    cast('New buyers' as character varying)
 as "cluster_label", 
    
    cast('welcome' as character varying)
 as "recommended_action", 
    
    cast('none' as character varying)
 as "channel", 
    
    cast(2 as INTEGER)
 as "priority"
union all
select 
    
    cast('Lapsed regulars' as character varying)
 as "cluster_label", 
    
    cast('let go' as character varying)
 as "recommended_action", 
    
    cast('none' as character varying)
 as "channel", 
    
    cast(3 as INTEGER)
 as "priority"