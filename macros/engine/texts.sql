{#- How the engines write and parse texts. -#}

{#- In a literal, Spark reads a backslash as an escape, DuckDB as a backslash. -#}
{% macro text_literal(value) %}
    {{- return(adapter.dispatch("text_literal", "quintile")(value)) -}}
{% endmacro %}

{% macro duckdb__text_literal(value) %}
    {{- "'" ~ value | replace("'", "''") ~ "'" -}}
{% endmacro %}

{% macro spark__text_literal(value) %}
    {{- "'" ~ value | replace("\\", "\\\\") | replace("'", "\\'") ~ "'" -}}
{% endmacro %}

{#- The names of a regular expression match anywhere in a text differ. -#}
{% macro matches(text, pattern) %}
    {{- return(adapter.dispatch("matches", "quintile")(text, pattern)) -}}
{% endmacro %}

{% macro duckdb__matches(text, pattern) -%}
    regexp_matches({{ text }}, {{ pattern }})
{%- endmacro %}

{% macro spark__matches(text, pattern) -%}
    regexp_like({{ text }}, {{ pattern }})
{%- endmacro %}

{#- Spark has no function for it. -#}
{% macro composed(text) %}
    {{- return(adapter.dispatch("composed", "quintile")(text)) -}}
{% endmacro %}

{% macro duckdb__composed(text) -%}
    nfc_normalize({{ text }})
{%- endmacro %}

{% macro spark__composed(text) -%}
    {{ text }}
{%- endmacro %}

{% macro as_literal(text) %}
    {{- return(adapter.dispatch("as_literal", "quintile")(text)) -}}
{% endmacro %}

{% macro duckdb__as_literal(text) -%}
    '''' || replace({{ text }}, '''', '''''') || ''''
{%- endmacro %}

{% macro spark__as_literal(text) -%}
    '''' || replace(replace({{ text }}, '\\', '\\\\'), '''', '''''') || ''''
{%- endmacro %}

{#- Neither engine can test a regular expression in a literal without failing on a bad one. -#}
{% macro is_regular_expression(pattern) %}
    {{- return(adapter.dispatch("is_regular_expression", "quintile")(pattern)) -}}
{% endmacro %}

{% macro duckdb__is_regular_expression(pattern) -%}
    select try(regexp_matches('', pattern)) is not null from (select unnest([{{ pattern }}]) as pattern) as patterns
{%- endmacro %}

{% macro spark__is_regular_expression(pattern) -%}
    select try_reflect('java.util.regex.Pattern', 'compile', {{ pattern }}) is not null
{%- endmacro %}

{#- DuckDB replaces only the first match by default, and Spark writes groups as $1. -#}
{% macro replaced(text, pattern, replacement) %}
    {{- return(adapter.dispatch("replaced", "quintile")(text, pattern, replacement)) -}}
{% endmacro %}

{% macro duckdb__replaced(text, pattern, replacement) -%}
    regexp_replace({{ text }}, {{ text_literal(pattern) }}, {{ text_literal(replacement) }}, 'g')
{%- endmacro %}

{% macro spark__replaced(text, pattern, replacement) -%}
    regexp_replace({{ text }}, {{ text_literal(pattern) }}, {{ text_literal(replacement | replace("\\", "$")) }})
{%- endmacro %}

{#- Names of hash functions, and of their 64-bit parts, differ. Positive, and the same in every version. -#}
{% macro content_number(text) %}
    {{- return(adapter.dispatch("content_number", "quintile")(text)) -}}
{% endmacro %}

{% macro duckdb__content_number(text) -%}
    cast(md5_number_lower({{ text }}) >> 1 as bigint)
{%- endmacro %}

{% macro spark__content_number(text) -%}
    shiftrightunsigned(xxhash64({{ text }}), 1)
{%- endmacro %}

{#- A number of 64 bits that equal rows share, and hardly any others. -#}
{% macro hash_of(columns) %}
    {{- return(adapter.dispatch("hash_of", "quintile")(columns)) -}}
{% endmacro %}

{% macro duckdb__hash_of(columns) -%}
    hash({{ columns | join(", ") }})
{%- endmacro %}

{% macro spark__hash_of(columns) -%}
    xxhash64({{ columns | join(", ") }})
{%- endmacro %}
