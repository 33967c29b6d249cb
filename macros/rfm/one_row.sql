{#- Cut points, scaling and centroids as one wide row each, to cross join with customers. -#}

{% macro thresholds_in_one_row(thresholds=none, by=none) %}
    select
        {{ by ~ "," if by }}
        {% for metric in rfm_metrics() -%}
        {% for score in range(2, 6) -%}
        max(case when metric = '{{ metric }}' and score = {{ score }} then lower_bound end) as {{ metric }}_{{ score }},
        {% endfor -%}
        {% endfor -%}
        count(*) as cut_points
    from {{ thresholds or ref('quintile', 'rfm_thresholds') }}
    {{ "group by " ~ by if by }}
{% endmacro %}

{% macro scaling_in_one_row(clusters=none, by=none) %}
    select
        {{ by ~ "," if by }}
        {% for metric in rfm_metrics() -%}
        max({{ metric }}_mean) as {{ metric }}_mean,
        max({{ metric }}_stddev) as {{ metric }}_stddev{{ "," if not loop.last }}
        {% endfor %}
    from {{ clusters or ref('quintile', 'cluster_model') }}
    {{ "group by " ~ by if by }}
{% endmacro %}

{% macro centroids_in_one_row(clusters=none, by=none) %}
    select
        {{ by ~ "," if by }}
        {% for cluster in range(1, most_clusters() + 1) -%}
        {% for metric in rfm_metrics() -%}
        max(case when cluster_id = {{ cluster }} then centroid_{{ metric }} end) as {{ metric }}_{{ cluster }},
        {% endfor -%}
        {% endfor -%}
        count(*) as clusters
    from {{ clusters or ref('quintile', 'cluster_model') }}
    {{ "group by " ~ by if by }}
{% endmacro %}

{% macro metric_columns() -%}
    {{- return({"recency": "recency_days", "frequency": "frequency", "monetary": "monetary"}) -}}
{%- endmacro %}

{% macro rfm_metrics() -%}
    {{- return(metric_columns() | list) -}}
{%- endmacro %}
