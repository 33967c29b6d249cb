
    
    

select
    metric as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."model_feature_stats"
where metric is not null
group by metric
having count(*) > 1


