{#-
    CTEs from `customers` to `customers_scored`, by the formulas of the models. Customers have their three metrics as
    returned by metric_value; one with a NULL is left out. Needs the CTEs of scoring_tables, from tables or as literals.
    Columns named like a parameter of score_customer are qualified, since the name alone would be the parameter. Without
    a model, nobody is scored; with one, every score and cluster has a row to join. Left joins, since for inner joins
    DuckDB would estimate next to no rows, and keep all customers in memory.
-#}
{% macro scoring_steps() %}
metrics_scored as (
    select
        customers.*,
        {{ score('recency', '-customers.recency_days') }} as r_score,
        {{ score('frequency', 'customers.frequency') }} as f_score,
        {{ score('monetary', 'customers.monetary') }} as m_score,
        {% for metric, column in metric_columns().items() -%}
        {{ standardised(rounded_log('customers.' ~ column), metric) }} as z_{{ metric }}{{ "," if not loop.last }}
        {% endfor %}
    from customers
    cross join thresholds
    cross join scaling
    where customers.recency_days is not null and customers.frequency is not null and customers.monetary is not null
),

{{ nearest_cluster_steps('metrics_scored') }},

scores_combined as (
    select
        clusters_found.*,
        {{ rfm_code() }} as rfm_code,
        {{ fm_score() }} as fm_score
    from clusters_found
),

customers_scored as (
    select
        scores_combined.*,
        rfm_segments.rfm_segment,
        clusters.cluster_label,
        next_clusters.cluster_label as next_cluster_label,
        clusters.marketing_tier,
        clusters.recommended_action,
        clusters.channel,
        clusters.priority
    from scores_combined
    left join rfm_segments
        on scores_combined.r_score = rfm_segments.r_score and scores_combined.fm_score = rfm_segments.fm_score
    left join clusters on scores_combined.cluster_id = clusters.cluster_id
    left join clusters as next_clusters on scores_combined.next_cluster_id = next_clusters.cluster_id
)
{%- endmacro %}

{% macro score_columns() %}
    {{- return([
        "r_score", "f_score", "m_score", "rfm_code", "fm_score", "rfm_segment", "cluster_id", "cluster_label",
        "next_cluster_label", "marketing_tier", "recommended_action", "channel", "priority", "centroid_distance",
        "assignment_margin",
    ]) -}}
{% endmacro %}

{#- A number from 0 to below 10^14, rounded to four decimals like money. NULL for anything else. -#}
{% macro metric_value(value) -%}
    case when try_cast({{ value }} as decimal(18, 4)) >= 0 then try_cast({{ value }} as decimal(18, 4)) end
{%- endmacro %}
