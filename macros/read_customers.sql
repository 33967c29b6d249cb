{% macro customer_files() %}
    {%- set spec = env_var("QUINTILE_CUSTOMERS_TO_SCORE", "") -%}
    {%- if not spec or not execute -%}{{ return([]) }}{%- endif -%}
    {{- return(ask_python("open_customers", spec, tojson({"encoding": var("file_encoding")})).files) -}}
{% endmacro %}

{% macro read_customers() %}
    {%- set columns = ["customer_id"] + metric_columns().values() | list -%}
    {%- for file in customer_files() %}
    select
        {{ text_literal(file.source_file) }} as source_file,
        {{ "line_number" if file.converted else "file_row_number + 2" }} as line_number,
        {{ "unreadable_reason" if file.converted else "cast(null as varchar)" }} as unreadable_reason,
        {% for column in columns -%}
        nullif(trim(cast({{ adapter.quote(file.columns[column]) }} as varchar)), '') as {{ column }}_read
        {{- "," if not loop.last }}
        {% endfor %}
    from read_parquet({{ text_literal(file.parquet) }}, file_row_number = true)
    {{ "union all" if not loop.last }}
    {%- else %}
    select
        cast(null as varchar) as source_file,
        cast(null as bigint) as line_number,
        cast(null as varchar) as unreadable_reason,
        {% for column in columns -%}
        cast(null as varchar) as {{ column }}_read{{ "," if not loop.last }}
        {% endfor %}
    where false
    {%- endfor %}
{% endmacro %}
