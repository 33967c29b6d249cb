{#- Missing in dbt-duckdb: dbt's clone runs the SQL of a view before the tables that it reads exist, and cannot make a
    view of a Python table or under a contract. -#}

{%- materialization clone, adapter='duckdb' -%}
    {%- set source = adapter.get_relation(defer_relation.database, defer_relation.schema, defer_relation.identifier)
        if defer_relation -%}
    {%- if not source or (load_cached_relation(this) and not flags.FULL_REFRESH) -%}
        {{- return({"relations": []}) -}}
    {%- endif -%}
    {%- call statement("main") -%}
        create or replace {{ source.type }} {{ this }} as from {{ source }}
    {%- endcall -%}
    {%- do adapter.commit() -%}
    {{- return({"relations": [this.incorporate(type=source.type)]}) -}}
{%- endmaterialization -%}

{#- Describing a step's columns in the database takes as long as creating it. The docs site describes them too. -#}
{% macro duckdb__persist_docs(relation, model, for_relation, for_columns) %}
    {%- if relation.schema != generate_schema_name("steps", model) -%}
        {{- default__persist_docs(relation, model, for_relation, for_columns) -}}
    {%- endif -%}
{% endmacro %}
