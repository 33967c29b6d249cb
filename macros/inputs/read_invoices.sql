{% macro invoice_files() %}
    {{- return(opened_invoices().files) -}}
{% endmacro %}

{% macro opened_invoices() %}
    {%- set options = {"invoice_columns": setting("invoice_columns"), "encoding": setting("file_encoding")} -%}
    {%- set spec = env_var("QUINTILE_INVOICES", "data/sample") -%}
    {{- return(ask_python("open_invoices", spec, tojson(options))) -}}
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
    select
        {{ place_of_line(group) }},
        {% for name in ["unreadable_text", "unreadable_reason"] -%}
        {% if group.converted %} {{ name }} {% else %} cast(null as string) {% endif %} as {{ name }},
        {% endfor -%}
        {{ cells_by_kind(group.columns, dict(zip(group.columns, group.types))) }},
        {{ has_uci_headers((group.source_columns or group.columns).values() | list) }} as has_uci_headers
    from {{ lines_of(group) }}
{% endmacro %}

{#- All names are needed, since invoice_no alone may be any shop's. -#}
{% macro has_uci_headers(names) %}
    {%- set keys = [] -%}
    {%- for name in names -%}{%- do keys.append(name | lower | replace(" ", "")) -%}{%- endfor -%}
    {%- set is_there = namespace(all=true) -%}
    {%- for known in [["invoiceno", "invoice"], ["stockcode"], ["invoicedate"], ["unitprice", "price"], ["customerid"]] -%}
        {%- if not (known | select("in", keys) | list) -%}{%- set is_there.all = false -%}{%- endif -%}
    {%- endfor -%}
    {{- return(is_there.all) -}}
{% endmacro %}
