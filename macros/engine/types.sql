{#- Types and statements that differ between engines, each dispatched with its reason. The other files of this folder have more. -#}

{#- Types are written with DuckDB's names. Spark has other names for text and arrays. -#}
{% macro type_named(type) %}
    {{- return(adapter.dispatch("type_named", "quintile")(type)) -}}
{% endmacro %}

{% macro duckdb__type_named(type) %}
    {{- return(type) -}}
{% endmacro %}

{% macro spark__type_named(type) %}
    {%- if type.endswith("[]") -%}{{ return("array<" ~ type_named(type[:-2]) ~ ">") }}{%- endif -%}
    {{- return("string" if type == "varchar" else type) -}}
{% endmacro %}

{#- A function of DuckDB is a macro for any types, and can return a table. A function of Spark has types, and text
    accepts any number. The aggregate tells Spark that there is one row; without it, Spark compares rows and answers in
    a nested loop. -#}
{% macro create_function(name, parameters, columns, query) %}
    {{- return(adapter.dispatch("create_function", "quintile")(name, parameters, columns, query)) -}}
{% endmacro %}

{% macro duckdb__create_function(name, parameters, columns, query) %}
    {%- set answer -%}
        select struct_pack(
            {%- for column in columns %}
            {{ column }} := answers.{{ column }}{{ "," if not loop.last }}
            {%- endfor %}
        )
        from ({{ query }}) as answers
    {%- endset %}
    create or replace macro {{ name }}({{ parameters | join(", ") }}) as ({{ answer }});
    create or replace macro {{ name }}({{ parameters | join(", ") }}) as table
    select unnest(answers.answer)
    from (select ({{ answer }}) as answer) as answers
{% endmacro %}

{% macro spark__create_function(name, parameters, columns, query) %}
    create or replace function {{ name }}({{ parameters | join(" string, ") }} string)
    return (
        select any_value(named_struct(
            {%- for column in columns %}
            '{{ column }}', answers.{{ column }}{{ "," if not loop.last }}
            {%- endfor %}
        ))
        from ({{ query }}) as answers
    )
{% endmacro %}

{#- Spark tables cannot delete rows. The rows to keep are written to a copy, which replaces the table. -#}
{% macro remove_rows(relation, condition) %}
    {{- return(adapter.dispatch("remove_rows", "quintile")(relation, condition)) -}}
{% endmacro %}

{% macro duckdb__remove_rows(relation, condition) %}
    delete from {{ relation }} where {{ condition }}
{% endmacro %}

{% macro spark__remove_rows(relation, condition) %}
    {%- set rest = api.Relation.create(schema=relation.schema, identifier=relation.identifier ~ "__rest") -%}
    {%- set is_stale = "coalesce(" ~ condition ~ ", false)" -%}
    {%- if run_query("select 1 from " ~ relation ~ " where " ~ is_stale ~ " limit 1").rows -%}
        {%- do run_query("drop table if exists " ~ rest) -%}
        {%- do run_query(
            "create table " ~ rest ~ " using parquet " ~ partition_cols("partitioned by")
            ~ " as select * from " ~ relation ~ " where not " ~ is_stale
        ) -%}
        {%- do run_query("drop table " ~ relation) -%}
        {%- do run_query("alter table " ~ rest ~ " rename to " ~ relation) -%}
    {%- endif -%}
{% endmacro %}

{#- For a step without constraints. The table is rewritten, since DuckDB keeps deleted rows in the file. -#}
{% macro write_without_rows(relation, condition) %}
    {{- return(adapter.dispatch("write_without_rows", "quintile")(relation, condition)) -}}
{% endmacro %}

{% macro duckdb__write_without_rows(relation, condition) %}
    {%- do run_query(
        "create or replace table " ~ relation ~ " as select * from " ~ relation ~ " where not coalesce(" ~ condition ~ ", false)"
    ) -%}
{% endmacro %}

{% macro spark__write_without_rows(relation, condition) %}
    {%- do remove_rows(relation, condition) -%}
{% endmacro %}
