{#- Macros that dbt-spark 1.11 lacks, or that do not work in a session. dbt finds them by name. -#}

{% macro spark__get_empty_schema_sql(columns) %}
    {%- set translated = {} -%}
    {%- for name, column in columns.items() -%}
        {%- do translated.update({name: dict(column, data_type=type_named(column.data_type))}) -%}
    {%- endfor -%}
    {{- return(default__get_empty_schema_sql(translated)) -}}
{% endmacro %}

{#- dbt-spark's session method would write NULL as the text None, and fail on a quote in a text. -#}
{% macro spark__load_csv_rows(model, agate_table) %}
    {%- set types = model.config.get("column_types", {}) -%}
    {%- set insert %}
        insert into {{ this }} values
        {% for row in agate_table.rows -%}
        (
            {%- for value in row -%}
            {%- set type = types.get(agate_table.column_names[loop.index0], adapter.convert_type(agate_table, loop.index0)) -%}
            cast({{ "null" if value is none else text_literal(value | string) }} as {{ type }}){{ ", " if not loop.last }}
            {%- endfor -%}
        ){{ "," if not loop.last }}
        {% endfor %}
    {%- endset -%}
    {%- do adapter.add_query(insert, abridge_sql_log=True) -%}
    {{- return(insert) -}}
{% endmacro %}

{#- Spark tables cannot delete rows. Overwriting the partitions of a key has the effect of delete+insert. -#}
{% macro dbt_spark_validate_get_incremental_strategy(raw_strategy, file_format) %}
    {%- if raw_strategy != "delete+insert" -%}{{ return(raw_strategy) }}{%- endif -%}
    {%- do run_query("set spark.sql.sources.partitionOverwriteMode = dynamic") -%}
    {{- return("insert_overwrite") -}}
{% endmacro %}

{% macro spark__partition_cols(label, required=false) %}
    {%- if config.get("incremental_strategy") == "delete+insert" -%}
        {{ label }} ({{ config.get("unique_key") }})
    {%- else -%}
        {{ dbt.spark__partition_cols(label, required) }}
    {%- endif -%}
{% endmacro %}

{#- dbt-spark would write Python models without partitions, and pandas through pyspark.pandas, without Arrow's types.
    -#}
{% macro spark__create_table_as(temporary, relation, compiled_code, language="sql") %}
{%- if language == "sql" -%}
{{ dbt.spark__create_table_as(temporary, relation, compiled_code, language) }}
{%- else -%}
{%- set partition_by = config.get("unique_key") if config.get("incremental_strategy") == "delete+insert" %}
{{ compiled_code }}
from quintile.engines.relations import write_spark_table
write_spark_table(
    spark,
    model(dbtObj(spark.table), spark),
    "{{ relation }}",
    file_format="{{ config.get('file_format', 'parquet') }}",
    partition_by={{ '"' ~ partition_by ~ '"' if partition_by else "None" }},
)
{%- endif -%}
{% endmacro %}

{#- Parquet tables have no constraints. not_null is enforced when DuckDB builds the same models. -#}
{% macro spark__persist_constraints(relation, model) %}
{% endmacro %}

{#- Spark has no transactions, and dbt-spark leaves out the hooks that are to run after one. -#}
{% macro run_hooks(hooks, inside_transaction=true) %}
    {%- set due = [] -%}
    {%- for hook in hooks -%}
        {%- do due.append(dict(hook, transaction=true) if target.type == "spark" else hook) -%}
    {%- endfor -%}
    {{- dbt.run_hooks(due, inside_transaction) -}}
{% endmacro %}
