select
    cluster_label,
    recommended_action,
    channel,
    cast(priority as integer) as priority
from {{ edited_table('segment_playbook') }}
