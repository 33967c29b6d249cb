{#- The salt and the hashes that quintile forget has listed; no hashes where nobody was forgotten. -#}
{% macro forgotten_customers() %}
    {%- if not execute or not can_read_forgotten_customers() -%}{{ return({"hashes": []}) }}{%- endif -%}
    {{- return(ask_python("forgotten_customers", forgotten_customers_file(), "")) -}}
{% endmacro %}

{% macro forgotten_customers_file() %}
    {{- return(env_var("QUINTILE_FORGOTTEN", "forgotten_customers.json")) -}}
{% endmacro %}

{#- An id, unless it is one of missing_customer_ids or of somebody who was forgotten: then NULL. -#}
{% macro id_of_somebody(id) -%}
    {%- set conditions = [] -%}
    {%- if missing_customer_ids() -%}
        {%- do conditions.append("lower(" ~ id ~ ") not in ('" ~ missing_customer_ids() | join("', '") ~ "')") -%}
    {%- endif -%}
    {%- if forgotten_customers().hashes -%}{%- do conditions.append("not " ~ is_forgotten(id)) -%}{%- endif -%}
    {%- if conditions -%}
    case when {{ conditions | join(" and ") }} then {{ id }} end
    {%- else -%}
    {{ id }}
    {%- endif -%}
{%- endmacro %}

{#- Where the id is in what could not be read is unknown: once anybody was forgotten, no text of it is kept. -#}
{% macro text_naming_nobody_forgotten(text) -%}
    {%- if forgotten_customers().hashes -%}
    case when {{ text }} is not null then 'withheld, since customers were forgotten' end
    {%- else -%}
    {{ text }}
    {%- endif -%}
{%- endmacro %}

{#- A cell that could not be read as a number or a date may be an id. Once no model needs it any more, it goes from the
    tables that tell what texts mean, where anybody was forgotten. quintile forget does the same (forgotten_rows.py). -#}
{% macro remove_unreadable_cells(text_values, tables) %}
    {%- if execute and forgotten_customers().hashes -%}
        {%- set readable = "select cell_text from " ~ text_values -%}
        {%- do write_without_rows(text_values, "number_value is null and time_value is null") -%}
        {%- for table in tables -%}
            {%- do write_without_rows(table, "cell_text is not null and cell_text not in (" ~ readable ~ ")") -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}
