{% macro forgotten_customers() %}
    {%- if not execute or not can_read_forgotten_customers() -%}{{ return({"hashes": []}) }}{%- endif -%}
    {{- return(ask_python("forgotten_customers", forgotten_customers_file(), "")) -}}
{% endmacro %}

{% macro forgotten_customers_file() %}
    {{- return(env_var("QUINTILE_FORGOTTEN", "forgotten_customers.json")) -}}
{% endmacro %}

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

{#- An unreadable text may contain an id. So no such text is kept once any customer was forgotten. -#}
{% macro text_naming_nobody_forgotten(text) -%}
    {%- if forgotten_customers().hashes -%}
    case when {{ text }} is not null then 'withheld, since customers were forgotten' end
    {%- else -%}
    {{ text }}
    {%- endif -%}
{%- endmacro %}

{#- A cell that could not be read as a number or date may be an id. Once any customer was forgotten, it is deleted from
    the tables of texts as soon as no model needs it. quintile forget does the same (forgotten_rows.py). -#}
{% macro remove_unreadable_cells(text_values, tables) %}
    {%- if execute and forgotten_customers().hashes -%}
        {%- set readable = "select cell_text from " ~ text_values -%}
        {%- do write_without_rows(text_values, "number_value is null and time_value is null") -%}
        {%- for table in tables -%}
            {%- do write_without_rows(table, "cell_text is not null and cell_text not in (" ~ readable ~ ")") -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}
