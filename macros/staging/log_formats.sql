{% macro log_formats(cell_texts, date_texts, date_formats, number_formats, currencies_found) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set notes = {} -%}
        {%- for row in rows_of(dates_understood(cell_texts, date_texts, date_formats)) -%}
            {%- do notes.setdefault(row.source_file, []).append(words_on_dates(row)) -%}
        {%- endfor -%}
        {%- for row in rows_of("select * from " ~ number_formats ~ " order by source_file, column_name") -%}
            {%- do notes.setdefault(row.source_file, []).append(words_on_numbers(row)) -%}
        {%- endfor -%}
        {%- for row in rows_of("select * from " ~ currencies_found ~ " order by source_file, sign") -%}
            {%- do notes.setdefault(row.source_file, []).append("money in " ~ shown_currency(row.sign)) -%}
        {%- endfor -%}
        {%- for source_file, words in notes.items() -%}
            {%- do log(source_file ~ ": " ~ words | select | join("; "), info=true) -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{% macro dates_understood(cell_texts, date_texts, date_formats) %}
    select
        cell_texts.source_file,
        coalesce(date_texts.layout, 'ISO') as layout,
        coalesce(date_texts.is_zoned, false) as is_zoned,
        date_formats.date_order,
        date_formats.day_first_line_number,
        date_formats.month_first_line_number,
        sum(cell_texts.lines) as lines
    from {{ cell_texts }} as cell_texts
    inner join {{ date_formats }} as date_formats on cell_texts.source_file = date_formats.source_file
    left join {{ date_texts }} as date_texts on cell_texts.cell_text = date_texts.cell_text
    where cell_texts.column_name = 'invoiced_at'
        and (cell_texts.cell_text is null or date_texts.is_date)
        and (coalesce(date_texts.layout, '') != 'serial days' or date_formats.are_serial_days)
    group by all
    order by cell_texts.source_file, lines desc
{% endmacro %}

{% macro words_on_dates(row) %}
    {%- set words = {
        "ISO": "ISO dates",
        "year first": "dates with the year first",
        "dotted": "dotted dates, day first",
        "day, name of the month": "dates with the name of the month",
        "name of the month, day": "dates with the name of the month, then the day",
        "year, name of the month": "dates with the year, then the name of the month",
        "serial days": "Excel's serial numbers of days",
        "seconds": "seconds since 1970",
        "milliseconds": "milliseconds since 1970",
        "microseconds": "microseconds since 1970",
        "nanoseconds": "nanoseconds since 1970",
        "day or month first": words_on_order(row),
    }[row.layout] -%}
    {{- return(words ~ (", times converted from their zones to " ~ setting("time_zone") if row.is_zoned else "")) -}}
{% endmacro %}

{#- Both orders are proven only where date_order is set. -#}
{% macro words_on_order(row) %}
    {%- set proofs = {"day": row.day_first_line_number, "month": row.month_first_line_number} -%}
    {%- set first, other = ("day", "month") if row.date_order == "dmy" else ("month", "day") -%}
    {%- set contrary = ", as date_order says, although line " ~ proofs[other] ~ " proves the other order: such lines are rejected" -%}
    {{- return("dates with the " ~ first ~ " first" ~ proof(proofs[first]) ~ (contrary if proofs[other] is not none else "")) -}}
{% endmacro %}

{% macro words_on_numbers(row) %}
    {%- set marks = [] -%}
    {%- if row.proves_point -%}{%- do marks.append("decimal points" ~ proof(row.point_line_number)) -%}{%- endif -%}
    {%- if row.proves_comma -%}{%- do marks.append("decimal commas" ~ proof(row.comma_line_number)) -%}{%- endif -%}
    {%- if row.ambiguous_lines and row.decimal_mark and not marks -%}
        {%- do marks.append(
            "decimal " ~ row.decimal_mark ~ "s, as in another column or set, for " ~ row.ambiguous_lines ~ " lines such as 1,000"
        ) -%}
    {%- endif -%}
    {{- return(row.column_name ~ " with " ~ marks | join(" and with ") if marks else "") -}}
{% endmacro %}

{% macro proof(line_number) %}
    {{- return(" (line " ~ line_number ~ " proves it)" if line_number is not none else "") -}}
{% endmacro %}
