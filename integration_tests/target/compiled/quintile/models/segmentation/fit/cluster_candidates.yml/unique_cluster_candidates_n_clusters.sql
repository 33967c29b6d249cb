
    
    

select
    n_clusters as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."cluster_candidates"
where n_clusters is not null
group by n_clusters
having count(*) > 1


