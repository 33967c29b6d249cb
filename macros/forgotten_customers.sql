{#- The salt and the hashes that quintile forget has listed; no hashes where nobody was forgotten. -#}
{% macro forgotten_customers() %}
    {%- if not execute or not can_read_forgotten_customers() -%}{{ return({"hashes": []}) }}{%- endif -%}
    {{- return(ask_python("forgotten_customers", forgotten_customers_file(), "")) -}}
{% endmacro %}

{% macro forgotten_customers_file() %}
    {{- return(env_var("QUINTILE_FORGOTTEN", "forgotten_customers.json")) -}}
{% endmacro %}

{% macro customer_id_text(column) -%}
    {%- if forgotten_customers().hashes -%}
    case when not {{ is_forgotten(id_text(column)) }} then {{ id_text(column) }} end
    {%- else -%}
    {{ id_text(column) }}
    {%- endif -%}
{%- endmacro %}

{#- Where the id stands in what could not be read is unknown: once anybody was forgotten, no text of it is kept. -#}
{% macro text_naming_nobody_forgotten(text) -%}
    {%- if forgotten_customers().hashes -%}
    case when {{ text }} is not null then 'withheld, since customers were forgotten' end
    {%- else -%}
    {{ text }}
    {%- endif -%}
{%- endmacro %}
