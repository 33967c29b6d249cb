{#- How engines take texts apart. -#}

{#- Every match of a regular expression replaced; \1 is its first group. DuckDB replaces the first match unless told, and
    Spark writes groups as $1. -#}
{% macro replaced(text, pattern, replacement) %}
    {{- return(adapter.dispatch("replaced", "quintile")(text, pattern, replacement)) -}}
{% endmacro %}

{% macro duckdb__replaced(text, pattern, replacement) -%}
    regexp_replace({{ text }}, {{ text_literal(pattern) }}, {{ text_literal(replacement) }}, 'g')
{%- endmacro %}

{% macro spark__replaced(text, pattern, replacement) -%}
    regexp_replace({{ text }}, {{ text_literal(pattern) }}, {{ text_literal(replacement | replace("\\", "$")) }})
{%- endmacro %}

{#- Names of hash functions, and of 64-bit parts of them, differ. Positive, the same in every version. -#}
{% macro content_number(text) %}
    {{- return(adapter.dispatch("content_number", "quintile")(text)) -}}
{% endmacro %}

{% macro duckdb__content_number(text) -%}
    cast(md5_number_lower({{ text }}) >> 1 as bigint)
{%- endmacro %}

{% macro spark__content_number(text) -%}
    shiftrightunsigned(xxhash64({{ text }}), 1)
{%- endmacro %}
