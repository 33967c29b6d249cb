{#- Between two exports, the status of an order may change. -#}
{% macro line_content(across_files=false) -%}
    {{ "" if across_files else "source_file, " }}invoice_id, stock_code, description, quantity, invoiced_at,
    unit_price, amount, customer_id, country
{%- endmacro %}
