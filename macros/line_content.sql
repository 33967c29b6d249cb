{#- What makes two lines copies of one; an order's status may change between two exports. -#}
{% macro line_content(across_files=false) -%}
    {{ "" if across_files else "source_file, " }}invoice_id, stock_code, description, quantity, invoiced_at,
    unit_price, amount, customer_id, country
{%- endmacro %}
