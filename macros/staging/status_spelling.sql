{#- In lower case, accents in one character with their letters, without spaces, hyphens, underscores, dots and WooCommerce's
    wc-. -#}
{% macro status_spelling(status) -%}
    {%- set lowered = composed("lower(" ~ status ~ ")") -%}
    replace(replace(replace(replace(
        case when {{ lowered }} like 'wc-%' then substr({{ lowered }}, 4) else {{ lowered }} end,
        ' ', ''), '-', ''), '_', ''), '.', '')
{%- endmacro %}
