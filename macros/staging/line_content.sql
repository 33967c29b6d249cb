{#- Between two exports, the status of an order may change. One of them may write a code or a name in another way. -#}
{% macro line_content(across_files=false) -%}
    {% if across_files -%}
    invoice_id, upper(coalesce(stock_code, description)), quantity, invoiced_at, unit_price, amount, customer_id, country
    {%- else -%}
    source_file, invoice_id, stock_code, description, quantity, invoiced_at, unit_price, amount, customer_id, country
    {%- endif %}
{%- endmacro %}

{#- One number for an invoice of a file, since joining and grouping by it is faster than by two texts. -#}
{% macro invoice_key(prefix="") -%}
    {{ hash_of([prefix ~ "source_file", prefix ~ "invoice_id"]) }}
{%- endmacro %}
