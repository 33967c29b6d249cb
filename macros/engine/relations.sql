{#- How the engines look up tables. -#}

{#- Accepts "shop"."main"."order_lines" and shop.main.order_lines. With --empty, dbt renders a ref() as a query without
    rows. -#}
{% macro parts_of_name(relation) %}
    {%- set name = modules.re.sub("(?is)^[(]select [*] from (.*?) where false.*$", "\\1", relation) -%}
    {%- set parts = [] -%}
    {%- for part in modules.re.findall('"(?:[^"]|"")*"|`[^`]*`|[^."`]+', name) -%}
        {%- do parts.append(part[1:-1] | replace('""', '"') if part[0] in '"`' else part | trim) -%}
    {%- endfor -%}
    {{- return(parts) -}}
{% endmacro %}

{% macro types_of_relation(parts) %}
    {%- set types = {} -%}
    {%- for column in columns_of_relation(parts) -%}{%- do types.update({column[0]: column[1]}) -%}{%- endfor -%}
    {{- return(types) -}}
{% endmacro %}

{#- DuckDB's names ignore case, and in a name of two parts the first may be a database or a schema. -#}
{% macro columns_of_relation(parts) %}
    {{- return(adapter.dispatch("columns_of_relation", "quintile")(parts)) -}}
{% endmacro %}

{% macro duckdb__columns_of_relation(parts) %}
    {%- set query -%}
        select column_name, data_type
        from system.information_schema.columns
        where lower(table_name) = lower({{ text_literal(parts[-1]) }})
        {%- if parts | length == 3 %}
            and lower(table_schema) = lower({{ text_literal(parts[1]) }})
            and lower(table_catalog) = lower({{ text_literal(parts[0]) }})
        {%- elif parts | length == 2 %}
            and lower({{ text_literal(parts[0]) }}) in (lower(table_schema), lower(table_catalog))
        {%- endif %}
        order by ordinal_position
    {%- endset -%}
    {{- return(run_query(query).rows) -}}
{% endmacro %}

{% macro spark__columns_of_relation(parts) %}
    {%- set columns = [] -%}
    {%- for column in adapter.get_columns_in_relation(api.Relation.create(schema=parts[-2], identifier=parts[-1])) -%}
        {%- do columns.append([column.name, column.dtype]) -%}
    {%- endfor -%}
    {{- return(columns) -}}
{% endmacro %}
