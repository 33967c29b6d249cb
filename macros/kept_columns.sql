{#- What a kept model holds for later builds, with types. -#}
{% macro kept_columns() %}
    {%- set columns = {
        "fit_id": "integer",
        "as_of_date": "date",
        "fit_settings": "varchar",
        "n_clusters": "integer",
        "cluster_id": "integer",
        "cluster_label": "varchar",
        "customer_marks": "varchar[]",
    } -%}
    {%- for metric in rfm_metrics() -%}
        {%- do columns.update({
            "centroid_" ~ metric: "double",
            metric ~ "_mean": "double",
            metric ~ "_stddev": "double",
            metric ~ "_edges": "double[]",
            metric ~ "_shares": "double[]",
        }) -%}
    {%- endfor -%}
    {{- return(columns) -}}
{% endmacro %}
