{% macro invoice_files() %}
    {%- set options = {
        "invoice_columns": setting("invoice_columns"),
        "encoding": setting("file_encoding"),
        "date_order": setting("date_order"),
    } -%}
    {%- set spec = env_var("QUINTILE_INVOICES", "data/sample") -%}
    {{- return(ask_python("open_invoices", spec, tojson(options)).files) -}}
{% endmacro %}

{% macro some_file_has(column) %}
    {{- return(execute and (invoice_files() | selectattr("columns." ~ column) | list | length > 0)) -}}
{% endmacro %}

{% macro read_invoices() %}
    {%- if execute -%}
        {%- for file in invoice_files() -%}
            {%- if not loop.first %} union all {% endif -%}
            {{ read_invoice_file(file, loop.index) }}
        {%- endfor -%}
    {%- else -%}
        select null as line_id
    {%- endif -%}
{% endmacro %}

{% macro read_invoice_file(file, file_number) %}
    {%- set columns = file.columns -%}
    {%- set read = {} -%}
    {%- for name in invoice_columns() -%}
        {%- do read.update({name: adapter.quote(columns[name]) if name in columns else "cast(null as string)"}) -%}
    {%- endfor %}
    select
        {{ place_of_line(file, file_number) }},
        {% for name in ["unreadable_text", "unreadable_reason"] -%}
        {% if file.converted %} {{ name }} {% else %} cast(null as string) {% endif %} as {{ name }},
        {% endfor -%}
        {% for name in invoice_columns() -%}
        {{ read[name] }} as {{ name }}_read,
        {{ name in columns }} as {{ name }}_is_given,
        {% endfor -%}
        {% for name in ["quantity", "unit_price", "amount"] -%}
        {{ decimal_comma_as_point(read[name]) if name in file.decimal_commas else read[name] }} as {{ name }}_number,
        {% endfor -%}
        coalesce(
            {%- if file.timestamp_formats %}
            {{ timestamp_by_formats("trim(cast(" ~ read["invoiced_at"] ~ " as string))", file.timestamp_formats) }},
            {%- endif %}
            {{ timestamp_cast("trim(" ~ read["invoiced_at"] ~ ")" if file.converted else read["invoiced_at"]) }}
        ) as invoiced_at
    from {{ lines_of(file) }}
{% endmacro %}

{#- NULL where a number has no decimal comma and may have a decimal point. -#}
{% macro decimal_comma_as_point(column) -%}
    case
        when
            {{ matches("trim(" ~ column ~ ")", "'^[-+]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+)(,[0-9]+)?$'") }}
            and not {{ matches("trim(" ~ column ~ ")", "'^[-+]?[1-9][0-9]{0,2}[.][0-9]{3}$'") }}
            then replace(replace({{ column }}, '.', ''), ',', '.')
    end
{%- endmacro %}

{% macro invoice_columns() %}
    {{- return([
        "invoice_id", "stock_code", "description", "quantity", "invoiced_at",
        "unit_price", "amount", "customer_id", "country", "status",
    ]) -}}
{% endmacro %}
