{#- In lower case, with accents in one character with their letters, without spaces, hyphens, underscores, dots and WooCommerce's wc-. -#}
{% macro status_spelling(status) -%}
    replace(replace(replace(replace(
        {{ composed("case when lower(" ~ status ~ ") like 'wc-%' then substr(lower(" ~ status ~ "), 4) else lower(" ~ status ~ ") end") }},
        ' ', ''), '-', ''), '_', ''), '.', '')
{%- endmacro %}
