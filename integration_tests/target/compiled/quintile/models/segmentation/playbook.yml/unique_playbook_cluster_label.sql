
    
    

select
    cluster_label as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."playbook"
where cluster_label is not null
group by cluster_label
having count(*) > 1


