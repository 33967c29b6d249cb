{#- What differs between engines, each dispatched with its reason. -#}

{#- Spark reads a backslash in a literal as an escape, DuckDB as itself. -#}
{% macro text_literal(value) %}
    {{- return(adapter.dispatch("text_literal", "quintile")(value)) -}}
{% endmacro %}

{% macro duckdb__text_literal(value) %}
    {{- "'" ~ value | replace("'", "''") ~ "'" -}}
{% endmacro %}

{% macro spark__text_literal(value) %}
    {{- "'" ~ value | replace("\\", "\\\\") | replace("'", "\\'") ~ "'" -}}
{% endmacro %}

{#- The names for a regular expression that matches anywhere in a text differ. -#}
{% macro matches(text, pattern) %}
    {{- return(adapter.dispatch("matches", "quintile")(text, pattern)) -}}
{% endmacro %}

{% macro duckdb__matches(text, pattern) -%}
    regexp_matches({{ text }}, {{ pattern }})
{%- endmacro %}

{% macro spark__matches(text, pattern) -%}
    regexp_like({{ text }}, {{ pattern }})
{%- endmacro %}

{#- The functions that turn one row into one for each number of a range differ. -#}
{% macro each_number(first, last) %}
    {{- return(adapter.dispatch("each_number", "quintile")(first, last)) -}}
{% endmacro %}

{% macro duckdb__each_number(first, last) -%}
    unnest(generate_series({{ first }}, {{ last }}))
{%- endmacro %}

{% macro spark__each_number(first, last) -%}
    explode(sequence({{ first }}, {{ last }}))
{%- endmacro %}

{#- The names for a linearly interpolated quantile differ. DuckDB would round to the scale of a DECIMAL. -#}
{% macro quantile(value, share) %}
    {{- return(adapter.dispatch("quantile", "quintile")(value, share)) -}}
{% endmacro %}

{% macro duckdb__quantile(value, share) -%}
    quantile_cont(cast({{ value }} as double), {{ share }})
{%- endmacro %}

{% macro spark__quantile(value, share) -%}
    percentile(cast({{ value }} as double), {{ share }})
{%- endmacro %}

{#- Several quantiles of one pass: an array in the order of the shares. Computed one by one, they cost three times as much. -#}
{% macro quantiles(value, shares) %}
    {{- return(adapter.dispatch("quantiles", "quintile")(value, shares)) -}}
{% endmacro %}

{% macro duckdb__quantiles(value, shares) -%}
    quantile_cont(cast({{ value }} as double), {{ shares }})
{%- endmacro %}

{% macro spark__quantiles(value, shares) -%}
    percentile(cast({{ value }} as double), array({{ shares | join(", ") }}))
{%- endmacro %}

{#- The mean of a DECIMAL is a DECIMAL on Spark. -#}
{% macro mean(value) %}
    {{- return(adapter.dispatch("mean", "quintile")(value)) -}}
{% endmacro %}

{% macro duckdb__mean(value) -%}
    avg({{ value }})
{%- endmacro %}

{% macro spark__mean(value) -%}
    cast(sum({{ value }}) as double) / count({{ value }})
{%- endmacro %}

{#- Engines write the access to an array differently, and count from 0 or from 1; here from 1. -#}
{% macro array_item(array, number) %}
    {{- return(adapter.dispatch("array_item", "quintile")(array, number)) -}}
{% endmacro %}

{% macro duckdb__array_item(array, number) -%}
    {{ array }}[{{ number }}]
{%- endmacro %}

{% macro spark__array_item(array, number) -%}
    element_at({{ array }}, {{ number }})
{%- endmacro %}

{#- Types are written as DuckDB names them; Spark has other names for text and arrays. -#}
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

{% macro spark__get_empty_schema_sql(columns) %}
    {%- set translated = {} -%}
    {%- for name, column in columns.items() -%}
        {%- do translated.update({name: dict(column, data_type=type_named(column.data_type))}) -%}
    {%- endfor -%}
    {{- return(default__get_empty_schema_sql(translated)) -}}
{% endmacro %}

{#- DuckDB reads Parquet files that Python wrote or found; Spark reads views, which Python made of files of the cluster. -#}
{% macro lines_of(file) %}
    {{- return(adapter.dispatch("lines_of", "quintile")(file)) -}}
{% endmacro %}

{% macro duckdb__lines_of(file) -%}
    read_parquet({{ text_literal(file.parquet) }}, file_row_number = true)
{%- endmacro %}

{% macro spark__lines_of(file) -%}
    {{ file.view }}
{%- endmacro %}

{#- Where a line stands: source_file, line_number and line_id. A view of Spark spans several files, and knows which. -#}
{% macro place_of_line(file, file_number) %}
    {{- return(adapter.dispatch("place_of_line", "quintile")(file, file_number)) -}}
{% endmacro %}

{% macro duckdb__place_of_line(file, file_number) -%}
    {%- set line_number = "line_number" if file.converted else "file_row_number + 2" -%}
        {{ text_literal(file.source_file) }} as source_file,
        {{ line_number }} as line_number,
        {{ file_number }} * 1000000000000 + {{ line_number }} as line_id
{%- endmacro %}

{% macro spark__place_of_line(file, file_number) -%}
        source_file,
        line_number,
        line_id
{%- endmacro %}

{#- The first of several strptime formats that fits. Spark writes formats as Java does, and takes one at a time. -#}
{% macro timestamp_by_formats(text, formats) %}
    {{- return(adapter.dispatch("timestamp_by_formats", "quintile")(text, formats)) -}}
{% endmacro %}

{% macro duckdb__timestamp_by_formats(text, formats) -%}
    try_strptime({{ text }}, {{ formats | list }})
{%- endmacro %}

{% macro spark__timestamp_by_formats(text, formats) -%}
    {%- set java = {
        "T": "'T'", "%Y%m%d": "yyyyMMdd", "%Y": "yyyy", "%y": "yy", "%m": "M", "%d": "d",
        "%H": "H", "%I": "h", "%M": "mm", "%S": "ss", "%f": "SSSSSS", "%p": "a",
    } -%}
    coalesce(
        {%- for format in formats -%}
        {%- set pattern = namespace(text=format) -%}
        {%- for name, letters in java.items() -%}
            {%- set pattern.text = pattern.text | replace(name, letters) -%}
        {%- endfor %}
        try_to_timestamp({{ text }}, {{ text_literal(pattern.text) }}),
        {%- endfor %}
        null
    )
{%- endmacro %}

{#- Spark would read a year, or a time of today, as a timestamp, and knows no slashes in dates. -#}
{% macro timestamp_cast(value) %}
    {{- return(adapter.dispatch("timestamp_cast", "quintile")(value)) -}}
{% endmacro %}

{% macro duckdb__timestamp_cast(value) -%}
    try_cast({{ value }} as timestamp)
{%- endmacro %}

{% macro spark__timestamp_cast(value) -%}
    {%- set text = "cast(" ~ value ~ " as string)" -%}
    case
        when {{ matches(text, "'^[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}'") }}
            then try_cast(regexp_replace({{ text }}, '^([0-9]{4})/([0-9]{1,2})/', '$1-$2-') as timestamp)
    end
{%- endmacro %}

{#- DuckDB asks by a function on its connection, whose plugin has the files; dbt-spark has no plugins. -#}
{% macro answer_of_python(function, first, second) %}
    {{- return(adapter.dispatch("answer_of_python", "quintile")(function, first, second)) -}}
{% endmacro %}

{% macro duckdb__answer_of_python(function, first, second) %}
    {%- set call -%}
        select {{ function }}({{ text_literal(first) }}, {{ text_literal(second) }})
    {%- endset -%}
    {{- return(run_query(call).columns[0].values()[0]) -}}
{% endmacro %}

{% macro spark__answer_of_python(function, first, second) %}
    {{- return(adapter.ask_python(function, first, second)) -}}
{% endmacro %}

{#- A function of DuckDB is a macro, of any types and as a table too; one of Spark has types, text reading any number. -#}
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
        select named_struct(
            {%- for column in columns %}
            '{{ column }}', answers.{{ column }}{{ "," if not loop.last }}
            {%- endfor %}
        )
        from ({{ query }}) as answers
    )
{% endmacro %}

{#- dbt-spark's session method would write NULL as the text None, and break on a quote in a text. -#}
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

{#- Tables of Spark know no delete: to overwrite the partitions of a key is to delete by it and insert. -#}
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

{#- dbt-spark would write Python models without partitions, and pandas by way of pyspark.pandas, without Arrow's types. -#}
{% macro spark__create_table_as(temporary, relation, compiled_code, language="sql") %}
{%- if language == "sql" -%}
{{ dbt.spark__create_table_as(temporary, relation, compiled_code, language) }}
{%- else -%}
{%- set partition_by = config.get("unique_key") if config.get("incremental_strategy") == "delete+insert" %}
{{ compiled_code }}
from quintile.tables import write_spark_table
write_spark_table(
    spark,
    model(dbtObj(spark.table), spark),
    "{{ relation }}",
    file_format="{{ config.get('file_format', 'parquet') }}",
    partition_by={{ '"' ~ partition_by ~ '"' if partition_by else "None" }},
)
{%- endif -%}
{% endmacro %}

{#- A text as the literal that gives it back; see text_literal. -#}
{% macro as_literal(text) %}
    {{- return(adapter.dispatch("as_literal", "quintile")(text)) -}}
{% endmacro %}

{% macro duckdb__as_literal(text) -%}
    '''' || replace({{ text }}, '''', '''''') || ''''
{%- endmacro %}

{% macro spark__as_literal(text) -%}
    '''' || replace(replace({{ text }}, '\\', '\\\\'), '''', '''''') || ''''
{%- endmacro %}

{#- A price times a number of units as money; NULL where it has more than 14 digits before the point. DuckDB is thirty
    times as fast at it in 64 bits, which hold the product of two numbers below 100,000. -#}
{% macro money_product(quantity, unit_price) %}
    {{- return(adapter.dispatch("money_product", "quintile")(quantity, unit_price)) -}}
{% endmacro %}

{% macro duckdb__money_product(quantity, unit_price) -%}
    case
        when abs({{ quantity }}) < 100000 and abs({{ unit_price }}) < 100000
            then cast(cast({{ quantity }} as decimal(18, 4)) * {{ unit_price }} as decimal(18, 4))
        else try_cast(cast({{ quantity }} as decimal(38, 4)) * {{ unit_price }} as decimal(18, 4))
    end
{%- endmacro %}

{% macro spark__money_product(quantity, unit_price) -%}
    try_cast(cast({{ quantity }} as decimal(18, 4)) * {{ unit_price }} as decimal(18, 4))
{%- endmacro %}

{#- The names for a SHA-256 in hexadecimal digits differ. -#}
{% macro sha256_hex(text) %}
    {{- return(adapter.dispatch("sha256_hex", "quintile")(text)) -}}
{% endmacro %}

{% macro duckdb__sha256_hex(text) -%}
    sha256({{ text }})
{%- endmacro %}

{% macro spark__sha256_hex(text) -%}
    sha2({{ text }}, 256)
{%- endmacro %}

{#- Functions of the parts of a text are written differently. -#}
{% macro some_part(text, separators, condition) %}
    {{- return(adapter.dispatch("some_part", "quintile")(text, separators, condition)) -}}
{% endmacro %}

{% macro duckdb__some_part(text, separators, condition) -%}
    len(list_filter(regexp_split_to_array({{ text }}, {{ separators }}), lambda part: {{ condition }})) > 0
{%- endmacro %}

{% macro spark__some_part(text, separators, condition) -%}
    exists(split({{ text }}, {{ separators }}), part -> {{ condition }})
{%- endmacro %}
