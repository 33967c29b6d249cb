{% macro invoice_files() %}
    {{- return(opened_invoices().files) -}}
{% endmacro %}

{% macro opened_invoices() %}
    {%- set options = {
        "invoice_columns": setting("invoice_columns"),
        "encoding": setting("file_encoding"),
        "date_order": setting("date_order"),
    } -%}
    {%- set spec = env_var("QUINTILE_INVOICES", "data/sample") -%}
    {{- return(ask_python("open_invoices", spec, tojson(options))) -}}
{% endmacro %}

{% macro some_file_has(column) %}
    {{- return(execute and (invoice_files() | selectattr("columns." ~ column) | list | length > 0)) -}}
{% endmacro %}

{% macro read_invoices() %}
    {%- if execute -%}
        {%- for group in opened_invoices().groups -%}
            {%- if not loop.first %} union all {% endif -%}
            {{ read_invoice_group(group) }}
        {%- endfor -%}
    {%- else -%}
        select null as line_id
    {%- endif -%}
{% endmacro %}

{% macro read_invoice_group(group) %}
    {%- set columns = group.columns -%}
    {%- set read = {} -%}
    {%- for name in invoice_columns() -%}
        {%- do read.update({name: adapter.quote(columns[name]) if name in columns else "cast(null as string)"}) -%}
    {%- endfor %}
    select
        {{ place_of_line(group) }},
        {% for name in ["unreadable_text", "unreadable_reason"] -%}
        {% if group.converted %} {{ name }} {% else %} cast(null as string) {% endif %} as {{ name }},
        {% endfor -%}
        {% for name in invoice_columns() -%}
        {{ read[name] }} as {{ name }}_read,
        {{ name in columns }} as {{ name }}_is_given,
        {% endfor -%}
        {{ has_uci_headers((group.source_columns or group.columns).values() | list) }} as has_uci_headers,
        {% for name in ["quantity", "unit_price", "amount"] -%}
        {{ decimal_comma_as_point(read[name]) if name in group.decimal_commas else read[name] }} as {{ name }}_number,
        {% endfor -%}
        coalesce(
            {%- if group.timestamp_formats %}
            {{ timestamp_by_formats("trim(cast(" ~ read["invoiced_at"] ~ " as string))", group.timestamp_formats) }},
            {%- endif %}
            {{ timestamp_cast("trim(" ~ read["invoiced_at"] ~ ")" if group.converted else read["invoiced_at"]) }}
        ) as invoiced_at
    from {{ lines_of(group) }}
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

{#- Whether the names of a file's columns are those of UCI Online Retail or Online Retail II; invoice_no may be any shop's. -#}
{% macro has_uci_headers(names) %}
    {%- set keys = [] -%}
    {%- for name in names -%}{%- do keys.append(name | lower | replace(" ", "")) -%}{%- endfor -%}
    {%- set is_there = namespace(all=true) -%}
    {%- for known in [["invoiceno", "invoice"], ["stockcode"], ["invoicedate"], ["unitprice", "price"], ["customerid"]] -%}
        {%- if not (known | select("in", keys) | list) -%}{%- set is_there.all = false -%}{%- endif -%}
    {%- endfor -%}
    {{- return(is_there.all) -}}
{% endmacro %}
