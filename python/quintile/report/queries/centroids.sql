select
    cluster_model.cluster_id,
    cluster_model.centroid_recency,
    cluster_model.centroid_frequency,
    cluster_model.centroid_monetary,
    cluster_model.cluster_label,
    cluster_model.marketing_tier,
    segment_playbook.recommended_action,
    segment_playbook.channel,
    segment_playbook.priority
from cluster_model
inner join playbook as segment_playbook on cluster_model.playbook_label = segment_playbook.cluster_label
order by cluster_model.cluster_id
