
    
      
    

    create  table
      "shop"."main_quintile"."cluster_model__dbt_tmp"
  
  (
    fit_id integer not null,
    as_of_date date not null,
    n_clusters integer not null,
    cluster_id integer not null,
    cluster_label varchar not null,
    playbook_label varchar not null,
    marketing_tier varchar not null,
    why_this_k varchar not null,
    median_silence double,
    next_active_share double,
    spend_ratio double not null,
    next_period_lift double not null,
    next_period_active_share double,
    next_period_customers bigint not null,
    lift_basis varchar not null,
    centroid_recency double not null,
    recency_mean double not null,
    recency_stddev double not null,
    centroid_frequency double not null,
    frequency_mean double not null,
    frequency_stddev double not null,
    centroid_monetary double not null,
    monetary_mean double not null,
    monetary_stddev double not null
    
    )
 ;
    
    
    insert into "shop"."main_quintile"."cluster_model__dbt_tmp" 
  (
    
      
      
      fit_id ,
    
      
      
      as_of_date ,
    
      
      
      n_clusters ,
    
      
      
      cluster_id ,
    
      
      
      cluster_label ,
    
      
      
      playbook_label ,
    
      
      
      marketing_tier ,
    
      
      
      why_this_k ,
    
      
      
      median_silence ,
    
      
      
      next_active_share ,
    
      
      
      spend_ratio ,
    
      
      
      next_period_lift ,
    
      
      
      next_period_active_share ,
    
      
      
      next_period_customers ,
    
      
      
      lift_basis ,
    
      
      
      centroid_recency ,
    
      
      
      recency_mean ,
    
      
      
      recency_stddev ,
    
      
      
      centroid_frequency ,
    
      
      
      frequency_mean ,
    
      
      
      frequency_stddev ,
    
      
      
      centroid_monetary ,
    
      
      
      monetary_mean ,
    
      
      
      monetary_stddev 
    
  )
 (
      
    select fit_id, as_of_date, n_clusters, cluster_id, cluster_label, playbook_label, marketing_tier, why_this_k, median_silence, next_active_share, spend_ratio, next_period_lift, next_period_active_share, next_period_customers, lift_basis, centroid_recency, recency_mean, recency_stddev, centroid_frequency, frequency_mean, frequency_stddev, centroid_monetary, monetary_mean, monetary_stddev
    from (
        with
fits as (
    select * from "shop"."main_quintile"."kmeans_fits"
),

candidates as (
    select * from "shop"."main_quintile"."cluster_candidates"
),

cluster_lifts as (
    select * from "shop"."main_quintile"."cluster_lifts"
),

clusters_chosen as (
    select
        fits.fit_id,
        fits.as_of_date,
        fits.n_clusters,
        fits.cluster_id,

        fits.cluster_label,
        fits.playbook_label,
        case
            when cluster_lifts.next_period_lift >= 1.5 then 'High'
            when cluster_lifts.next_period_lift >= 0.5 then 'Medium'
            else 'Low'
        end as marketing_tier,
        candidates.verdict as why_this_k,

        fits.median_silence,
        fits.next_active_share,
        fits.spend_ratio,
        cluster_lifts.next_period_lift,
        cluster_lifts.next_period_active_share,
        cluster_lifts.next_period_customers,
        cluster_lifts.lift_basis,

        fits.centroid_recency,
        fits.recency_mean,
        fits.recency_stddev,
        fits.centroid_frequency,
        fits.frequency_mean,
        fits.frequency_stddev,
        fits.centroid_monetary,
        fits.monetary_mean,
        fits.monetary_stddev
        
    from fits
    inner join candidates on fits.n_clusters = candidates.n_clusters
    inner join cluster_lifts on fits.cluster_id = cluster_lifts.cluster_id
    where candidates.is_chosen
)

select * from clusters_chosen
    ) as model_subq
    );
  