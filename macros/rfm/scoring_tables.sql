{#- Name of the CTE: its query. -#}
{% macro scoring_tables() %}
    {%- set clusters %}
    with
    cluster_model as (
        select * from {{ ref('quintile', 'cluster_model') }}
    ),

    playbook as (
        select * from {{ ref('quintile', 'playbook') }}
    )

    select
        cluster_model.cluster_id,
        cluster_model.cluster_label,
        cluster_model.marketing_tier,
        playbook.recommended_action,
        playbook.channel,
        playbook.priority
    from cluster_model
    inner join playbook on cluster_model.playbook_label = playbook.cluster_label
    {%- endset -%}
    {{- return({
        "thresholds": thresholds_in_one_row(),
        "scaling": scaling_in_one_row(),
        "centroids": centroids_in_one_row(),
        "rfm_segments": "select * from " ~ ref('quintile', 'segment_grid'),
        "clusters": clusters,
    }) -}}
{% endmacro %}
