{#- How engines read files. -#}

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
