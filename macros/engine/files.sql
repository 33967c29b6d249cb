{#- How the engines read files. -#}

{#- DuckDB reads Parquet files that Python wrote or found. Spark reads views that Python made of files of the cluster.
    -#}
{% macro lines_of(group) %}
    {{- return(adapter.dispatch("lines_of", "quintile")(group)) -}}
{% endmacro %}

{% macro duckdb__lines_of(group) -%}
    read_parquet([
        {%- for parquet in group.parquet %}
        {{ text_literal(parquet) }}{{ "," if not loop.last }}
        {%- endfor %}
    ], filename = 'quintile_source_file', file_row_number = true, binary_as_string = true, hive_partitioning = {{ (group.partitions | length > 0) | lower }}, hive_types_autocast = false)
{%- endmacro %}

{% macro spark__lines_of(group) -%}
    {{ group.view }}
{%- endmacro %}

{#- DuckDB does not notice that a Parquet file has changed. Spark fails on a changed file, and names one that it cannot
    read. -#}
{% macro ask_about_files(question) %}
    {{- return(adapter.dispatch("ask_about_files", "quintile")(question)) -}}
{% endmacro %}

{% macro duckdb__ask_about_files(question) %}
    {{- return(ask_python(question, "", "")) -}}
{% endmacro %}

{% macro spark__ask_about_files(question) %}
    {{- return({}) -}}
{% endmacro %}

{#- source_file, line_number and line_id of a line. A view on Spark covers several files and knows the file of each row.
    -#}
{% macro place_of_line(group) %}
    {{- return(adapter.dispatch("place_of_line", "quintile")(group)) -}}
{% endmacro %}

{% macro duckdb__place_of_line(group) -%}
    {%- set line_number = "line_number" if group.converted else "file_row_number + 2" -%}
        {{ "source_file" if group.converted else "quintile_source_file" }} as source_file,
        {{ line_number }} as line_number,
        ({{ group.first_file_number }} + cast(file_index as bigint)) * 1000000000000 + {{ line_number }} as line_id
{%- endmacro %}

{% macro spark__place_of_line(group) -%}
        source_file,
        line_number,
        line_id
{%- endmacro %}

{#- Whether an id is on the list of forgotten customers. DuckDB reads the list itself. Otherwise its salt and hashes
    would be in dbt's compiled SQL and log, and could be used to test ids. Spark's executors have no such file. -#}
{% macro is_forgotten(id) %}
    {{- return(adapter.dispatch("is_forgotten", "quintile")(id)) -}}
{% endmacro %}

{% macro duckdb__is_forgotten(id) -%}
    {%- set list = "read_json(" ~ text_literal(forgotten_customers_file())
        ~ ", columns = {'salt': 'varchar', 'hashes': 'varchar[]'})" -%}
    sha256((select salt from {{ list }}) || {{ id }}) in (select unnest(hashes) from {{ list }})
{%- endmacro %}

{% macro spark__is_forgotten(id) -%}
    {%- set forgotten = forgotten_customers() -%}
    sha2({{ text_literal(forgotten.salt) }} || {{ id }}, 256) in ('{{ forgotten.hashes | join("', '") }}')
{%- endmacro %}

{#- Without the plugin there is no list of its own. A list that exists all the same must not be ignored. -#}
{% macro can_read_forgotten_customers() %}
    {{- return(adapter.dispatch("can_read_forgotten_customers", "quintile")()) -}}
{% endmacro %}

{% macro duckdb__can_read_forgotten_customers() %}
    {%- if has_plugin() -%}{{- return(true) -}}{%- endif -%}
    {%- set lists = run_query("select count(*) from glob(" ~ text_literal(forgotten_customers_file()) ~ ")") -%}
    {%- if lists.columns[0].values()[0] -%}
        {{- exceptions.raise_compiler_error(
            forgotten_customers_file() ~ " lists forgotten customers, but cannot be read without the plugin. Add "
            ~ "quintile.engines.duckdb_plugin to the plugins of the profile."
        ) -}}
    {%- endif -%}
    {{- return(false) -}}
{% endmacro %}

{% macro spark__can_read_forgotten_customers() %}
    {{- return(true) -}}
{% endmacro %}
