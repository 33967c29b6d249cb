{#- What dbt-duckdb lacks: dbt's clone runs the SQL of a view before the tables it reads are there, and cannot make a view of a
    table of Python or under a contract. -#}

{%- materialization clone, adapter='duckdb' -%}
    {%- set source = load_cached_relation(defer_relation) if defer_relation -%}
    {%- if not source or (load_cached_relation(this) and not flags.FULL_REFRESH) -%}
        {{- return({"relations": []}) -}}
    {%- endif -%}
    {%- call statement("main") -%}
        create or replace {{ source.type }} {{ this }} as from {{ source }}
    {%- endcall -%}
    {{- return({"relations": [this.incorporate(type=source.type)]}) -}}
{%- endmaterialization -%}
