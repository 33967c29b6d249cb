{% macro customer_files() %}
    {{- return(opened_customers().files) -}}
{% endmacro %}

{% macro opened_customers() %}
    {%- set spec = env_var("QUINTILE_CUSTOMERS_TO_SCORE", "") -%}
    {%- if not spec or not execute -%}{{ return({"files": [], "groups": []}) }}{%- endif -%}
    {{- return(ask_python("open_customers", spec, tojson({"encoding": setting("file_encoding")}))) -}}
{% endmacro %}

{% macro read_customers() %}
    {%- set columns = ["customer_id"] + metric_columns().values() | list -%}
    {%- for group in opened_customers().groups %}
    select
        {{ place_of_line(group) }},
        {{ "unreadable_reason" if group.converted else "cast(null as string)" }} as unreadable_reason,
        {% for column in columns -%}
        nullif(trim(cast({{ adapter.quote(group.columns[column]) }} as string)), '') as {{ column }}_read
        {{- "," if not loop.last }}
        {% endfor %}
    from {{ lines_of(group) }}
    {{ "union all" if not loop.last }}
    {%- else %}
    select
        cast(null as string) as source_file,
        cast(null as bigint) as line_number,
        cast(null as bigint) as line_id,
        cast(null as string) as unreadable_reason,
        {% for column in columns -%}
        cast(null as string) as {{ column }}_read{{ "," if not loop.last }}
        {% endfor %}
    where false
    {%- endfor %}
{% endmacro %}
