{#- '' if files are read. Call it also when dbt parses a model: a ref() in the var creates the lineage. -#}
{% macro invoices_relation() %}
    {{- return(relation_of_setting("invoices_relation")) -}}
{% endmacro %}

{% macro relation_of_setting(name) %}
    {{- return((setting(name) or "") | string | trim) -}}
{% endmacro %}

{% macro problem_of_relation(relation) %}
    {%- set name = parts_of_name(relation) | join(".") -%}
    {%- if not types_of_relation(parts_of_name(relation)) -%}
        {{- return(
            "The var invoices_relation names " ~ name ~ ", but there is no such table or view. Write it as "
            ~ "database.schema.table, or as a ref() to a model that is not ephemeral and has been built."
        ) -}}
    {%- elif not flags.EMPTY and run_query("select 1 from " ~ relation ~ " limit 1") | length == 0 -%}
        {{- return("The var invoices_relation names " ~ name ~ ", which has columns, but no lines. Fill it.") -}}
    {%- endif -%}
    {{- return(none) -}}
{% endmacro %}

{#- Runs before the first model that reads the table, since the table may be built in the same run. Gives one error
    rather than one for each model, and logs what is done because columns are missing. -#}
{% macro check_invoices_relation() %}
    {%- set relation = invoices_relation() -%}
    {%- if execute and relation -%}
        {%- set problem = problem_of_relation(relation) -%}
        {%- if problem -%}{{ exceptions.raise_compiler_error(problem) }}{%- endif -%}
        {%- set matched = matched_relation(relation) -%}
        {%- if matched.problem -%}{{ exceptions.raise_compiler_error(matched.problem) }}{%- endif -%}
        {%- set types_matched = {"invoiced_at": matched.types[matched.columns.invoiced_at]} -%}
        {%- for note in notes_on_columns(matched.columns, types_matched) -%}{%- do log(matched.name ~ ": " ~ note, info=true) -%}{%- endfor -%}
        {%- do log_telling_columns(matched.name, matched.columns, matched.types | reject("in", matched.columns.values() | list)) -%}
    {%- endif -%}
{% endmacro %}

{% macro matched_relation(relation) %}
    {%- set parts = parts_of_name(relation) -%}
    {%- set name, types = parts | join("."), types_of_relation(parts) -%}
    {{- return(dict(match_columns(types | list, setting("invoice_columns"), name), name=name, types=types)) -}}
{% endmacro %}

{#- A table has no line numbers, so line_id is computed from the content. Equal lines are numbered. -#}
{% macro read_relation(relation) %}
    {%- set matched = matched_relation(relation) -%}
    {%- set columns, types = matched.columns, matched.types -%}
    {%- if not columns -%}{{ return("select null as line_id") }}{%- endif -%}
    {%- set types_matched = {} -%}
    {%- for canonical, column in columns.items() -%}{%- do types_matched.update({canonical: types[column]}) -%}{%- endfor -%}
    with
    cells_told_apart as (
        select
            {{ cells_by_kind(columns, types_matched) }},
            {{ has_uci_headers(types | list) }} as has_uci_headers,
            {{ content_number(text_of_cells(columns)) }} as content
        from {{ relation }}
    ),

    copies_numbered as (
        select
            *,
            row_number() over (partition by content order by content) as copy_number
        from cells_told_apart
    )

    select
        {{ text_literal(matched.name) }} as source_file,
        cast(null as bigint) as line_number,
        {{ content_number("cast(content as string) || ' ' || cast(copy_number as string)") }} as line_id,
        cast(null as string) as unreadable_text,
        cast(null as string) as unreadable_reason,
        *
    from copies_numbered
{% endmacro %}

{% macro text_of_cells(columns) -%}
    concat_ws(
        chr(31)
        {%- for column in columns.values() | unique %},
        coalesce(cast({{ quoted(column) }} as string), chr(30))
        {%- endfor %}
    )
{%- endmacro %}

{#- Whether the table that is read, or any of the files, has a canonical column. -#}
{% macro is_given(column) %}
    {%- if execute -%}
        {%- set relation = invoices_relation() -%}
        {%- if relation -%}{{ return(column in matched_relation(relation).columns) }}{%- endif -%}
        {{- return(invoice_files() | selectattr("columns." ~ column, "defined") | list | length > 0) -}}
    {%- endif -%}
    {{- return(false) -}}
{% endmacro %}
