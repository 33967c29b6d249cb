
select *
from "shop"."main_quintile"."cluster_model"
where not coalesce(cluster_label = playbook_label or cluster_label like playbook_label || ', %', false)
