{#- Customers of segments for whom score_customer returns another row. -#}
{% macro scored_otherwise(segments) %}
    with
    segments as (
        select * from {{ segments }}
    ),

    customers_scored as (
        select
            *,
            {{ segments.schema }}.score_customer(recency_days, frequency, monetary) as answer
        from segments
    )

    select customers_scored.*
    from customers_scored
    where customers_scored.answer is null
        {%- for column in score_columns() %}
        or customers_scored.{{ column }} is distinct from customers_scored.answer.{{ column }}
        {%- endfor %}
{% endmacro %}

{#- A build of segments alone may join tables of different builds. If it fails here, the old segments stay. -#}
{% macro check_score_customer() %}
    {%- if execute -%}
        {%- set query = "select count(*) from (" ~ scored_otherwise(this) ~ ") as differences" -%}
        {%- set customers = run_query(query).columns[0].values()[0] -%}
        {%- if customers > 0 -%}
            {{- exceptions.raise_compiler_error(
                customers ~ " rows of segments differ from what the present cut points, scaling and centroids give: "
                ~ "these tables are of different builds. Build them together: dbt build --select +segments"
            ) -}}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}
