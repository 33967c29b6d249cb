
    
      
    

    create  table
      "shop"."main_quintile"."published_labels"
  
  (
    as_of_date date not null,
    customer_id varchar not null,
    cluster_label varchar not null,
    marketing_tier varchar not null
    
    )
 ;
    
    
    insert into "shop"."main_quintile"."published_labels" 
  (
    
      
      
      as_of_date ,
    
      
      
      customer_id ,
    
      
      
      cluster_label ,
    
      
      
      marketing_tier 
    
  )
 (
      
    select as_of_date, customer_id, cluster_label, marketing_tier
    from (
        with
segments as (
    select * from "shop"."main_quintile"."segments"
),

as_of as (
    select * from "shop"."main_quintile"."as_of"
),

labels_dated as (
    select
        as_of.as_of_date,
        segments.customer_id,
        segments.cluster_label,
        segments.marketing_tier
    from segments
    cross join as_of
)

select * from labels_dated
    ) as model_subq
    );
  
  