
    
      
    

    create  table
      "shop"."main_quintile"."segment_profiles__dbt_tmp"
  
  (
    cluster_id integer not null,
    cluster_label varchar not null,
    marketing_tier varchar not null,
    customers bigint not null,
    customer_share double not null,
    revenue decimal(18,4) not null,
    revenue_share double not null,
    mean_recency_days double,
    lower_quartile_recency_days double,
    median_recency_days double,
    upper_quartile_recency_days double,
    mean_frequency double,
    lower_quartile_frequency double,
    median_frequency double,
    upper_quartile_frequency double,
    mean_monetary double,
    lower_quartile_monetary double,
    median_monetary double,
    upper_quartile_monetary double,
    next_period_lift double not null,
    next_period_active_share double,
    next_period_customers bigint not null,
    lift_basis varchar not null,
    distinctive_metric varchar,
    distinctive_deviation double
    
    )
 ;
    
    
    insert into "shop"."main_quintile"."segment_profiles__dbt_tmp" 
  (
    
      
      
      cluster_id ,
    
      
      
      cluster_label ,
    
      
      
      marketing_tier ,
    
      
      
      customers ,
    
      
      
      customer_share ,
    
      
      
      revenue ,
    
      
      
      revenue_share ,
    
      
      
      mean_recency_days ,
    
      
      
      lower_quartile_recency_days ,
    
      
      
      median_recency_days ,
    
      
      
      upper_quartile_recency_days ,
    
      
      
      mean_frequency ,
    
      
      
      lower_quartile_frequency ,
    
      
      
      median_frequency ,
    
      
      
      upper_quartile_frequency ,
    
      
      
      mean_monetary ,
    
      
      
      lower_quartile_monetary ,
    
      
      
      median_monetary ,
    
      
      
      upper_quartile_monetary ,
    
      
      
      next_period_lift ,
    
      
      
      next_period_active_share ,
    
      
      
      next_period_customers ,
    
      
      
      lift_basis ,
    
      
      
      distinctive_metric ,
    
      
      
      distinctive_deviation 
    
  )
 (
      
    select cluster_id, cluster_label, marketing_tier, customers, customer_share, revenue, revenue_share, mean_recency_days, lower_quartile_recency_days, median_recency_days, upper_quartile_recency_days, mean_frequency, lower_quartile_frequency, median_frequency, upper_quartile_frequency, mean_monetary, lower_quartile_monetary, median_monetary, upper_quartile_monetary, next_period_lift, next_period_active_share, next_period_customers, lift_basis, distinctive_metric, distinctive_deviation
    from (
        with
segments as (
    select * from "shop"."main_quintile"."segments"
),

clusters as (
    select * from "shop"."main_quintile"."cluster_model"
),

deviations as (
    select * from "shop"."main_quintile"."cluster_deviations"
),

clusters_profiled as (
    select
        cluster_id,
        cluster_label,
        marketing_tier,
        count(*) as customers,
        sum(monetary) as revenue,
        avg(recency_days) as mean_recency_days,
        quantile_cont(cast(recency_days as double), 0.25) as lower_quartile_recency_days,
        quantile_cont(cast(recency_days as double), 0.5) as median_recency_days,
        quantile_cont(cast(recency_days as double), 0.75) as upper_quartile_recency_days,
        avg(frequency) as mean_frequency,
        quantile_cont(cast(frequency as double), 0.25) as lower_quartile_frequency,
        quantile_cont(cast(frequency as double), 0.5) as median_frequency,
        quantile_cont(cast(frequency as double), 0.75) as upper_quartile_frequency,
        avg(monetary) as mean_monetary,
        quantile_cont(cast(monetary as double), 0.25) as lower_quartile_monetary,
        quantile_cont(cast(monetary as double), 0.5) as median_monetary,
        quantile_cont(cast(monetary as double), 0.75) as upper_quartile_monetary
        
    from segments
    group by cluster_id, cluster_label, marketing_tier
),

shares_computed as (
    select
        cluster_id,
        cluster_label,
        marketing_tier,
        customers,
        customers / cast(sum(customers) over () as double) as customer_share,
        cast(revenue as decimal(18, 4)) as revenue,
        cast(revenue as double) / cast(sum(revenue) over () as double) as revenue_share,
        mean_recency_days,
        lower_quartile_recency_days,
        median_recency_days,
        upper_quartile_recency_days,
        mean_frequency,
        lower_quartile_frequency,
        median_frequency,
        upper_quartile_frequency,
        mean_monetary,
        lower_quartile_monetary,
        median_monetary,
        upper_quartile_monetary
        
    from clusters_profiled
),

facts_joined as (
    select
        shares_computed.*,
        clusters.next_period_lift,
        clusters.next_period_active_share,
        clusters.next_period_customers,
        clusters.lift_basis,
        deviations.metric as distinctive_metric,
        deviations.deviation as distinctive_deviation
    from shares_computed
    inner join clusters on shares_computed.cluster_id = clusters.cluster_id
    left join deviations
        on shares_computed.cluster_id = deviations.cluster_id
            and deviations.deviation_rank = 1
            and deviations.deviation != 0
)

select * from facts_joined
    ) as model_subq
    );
  