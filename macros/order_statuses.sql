{#- A status as the seed order_statuses writes it: in lower case, without spaces, hyphens, underscores and WooCommerce's wc-. -#}
{% macro status_text(status) -%}
    replace(replace(replace(
        case when lower({{ status }}) like 'wc-%' then substr(lower({{ status }}), 4) else lower({{ status }}) end,
        ' ', ''), '-', ''), '_', '')
{%- endmacro %}
