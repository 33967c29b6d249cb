
    

    create  table
      "shop"."main_quintile"."model_feature_stats__dbt_tmp"
  
    
    as (
      with
clusters as (
    select * from "shop"."main_quintile"."cluster_model"
),

scaling_listed as (
    select distinct
        'recency' as metric,
        recency_mean as log_mean,
        recency_stddev as log_stddev
    from clusters
    union all
    select distinct
        'frequency' as metric,
        frequency_mean as log_mean,
        frequency_stddev as log_stddev
    from clusters
    union all
    select distinct
        'monetary' as metric,
        monetary_mean as log_mean,
        monetary_stddev as log_stddev
    from clusters
    )

select * from scaling_listed
    );
    
  