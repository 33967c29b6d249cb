{% macro customer_files() %}
    {%- set spec = env_var("QUINTILE_CUSTOMERS_TO_SCORE", "") -%}
    {%- if not spec or not execute -%}{{ return([]) }}{%- endif -%}
    {{- return(ask_python("open_customers", spec, tojson({"encoding": setting("file_encoding")})).files) -}}
{% endmacro %}

{% macro read_customers() %}
    {%- set columns = ["customer_id"] + metric_columns().values() | list -%}
    {%- for file in customer_files() %}
    select
        {{ place_of_line(file, loop.index) }},
        {{ "unreadable_reason" if file.converted else "cast(null as string)" }} as unreadable_reason,
        {% for column in columns -%}
        nullif(trim(cast({{ adapter.quote(file.columns[column]) }} as string)), '') as {{ column }}_read
        {{- "," if not loop.last }}
        {% endfor %}
    from {{ lines_of(file) }}
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
