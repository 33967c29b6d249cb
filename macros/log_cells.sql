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

{% macro rows_of(query) %}
    {%- set found = run_query(query) -%}
    {%- set rows = [] -%}
    {%- for row in found.rows -%}{%- do rows.append(dict(zip(found.column_names, row))) -%}{%- endfor -%}
    {{- return(rows) -}}
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
        "day or month first": "dates with the " ~ ("day" if row.date_order == "dmy" else "month") ~ " first"
            ~ proof(row.day_first_line_number if row.date_order == "dmy" else row.month_first_line_number),
    }[row.layout] -%}
    {{- return(words ~ (", times converted from their zones to " ~ setting("time_zone") if row.is_zoned else "")) -}}
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

{#- Texts are not shown, since they may be ids. -#}
{% macro log_rejected_lines(rejected_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set groups = rejections_by_reason(rejected_lines) -%}
        {%- for group in groups[:20] -%}
            {%- do log(
                "Rejected " ~ group.lines ~ (" line" if group.lines == 1 else " lines") ~ ", " ~ words_on_money(group) ~ ": "
                ~ group.what ~ " (" ~ group.place ~ ")", info=true
            ) -%}
        {%- endfor -%}
        {%- if groups | length > 20 -%}
            {%- do log("Rejected " ~ groups[20:] | sum(attribute="lines") ~ " more lines for other reasons", info=true) -%}
        {%- endif -%}
        {%- if advice_on(groups) -%}{%- do log(advice_on(groups) | trim, info=true) -%}{%- endif -%}
    {%- endif -%}
{% endmacro %}

{% macro rejections_by_reason(rejected_lines) %}
    {%- set groups = rows_of(
        "select column_name, reason, count(*) as lines, count(amount) as known, sum(amount) as amount, "
        ~ "count(amount_at_most) as bounded, sum(amount_at_most) as amount_at_most, min(source_file) as source_file, "
        ~ "min(case when source_file = first_file then line_number end) as line_number "
        ~ "from (select *, min(source_file) over (partition by column_name, reason) as first_file from " ~ rejected_lines ~ ") as lines "
        ~ "group by column_name, reason order by lines desc, column_name, reason"
    ) -%}
    {%- for group in groups -%}
        {%- do group.update({
            "place": place(group.source_file, group.line_number),
            "what": (group.column_name ~ ": " if group.column_name != "line") ~ group.reason,
        }) -%}
    {%- endfor -%}
    {{- return(groups) -}}
{% endmacro %}

{% macro words_on_money(group) %}
    {%- set many = group.lines > 1 -%}
    {%- if group.known == group.lines -%}
        {{- return(("amounts that add up to " if many else "an amount of ") ~ two_decimals(group.amount)) -}}
    {%- elif group.bounded == group.lines -%}
        {{- return(("amounts of " if many else "an amount of ") ~ two_decimals(group.amount_at_most) ~ " at most") -}}
    {%- elif group.bounded -%}
        {{- return(
            "amounts of " ~ two_decimals(group.amount_at_most) ~ " at most on " ~ group.bounded ~ ", unknown on the others"
        ) -}}
    {%- endif -%}
    {{- return("unknown amounts" if many else "an unknown amount") -}}
{% endmacro %}

{% macro two_decimals(number) %}
    {{- return("{:,.2f}".format(number)) -}}
{% endmacro %}

{% macro advice_on(groups) %}
    {%- set reasons = groups | map(attribute="reason") | join(" ") -%}
    {%- set advice = "" -%}
    {%- if "not a date" in reasons -%}
        {%- set advice = advice ~ "Dates that are read: " ~ dates_that_are_read() ~ ". " -%}
    {%- endif -%}
    {%- if "unclear whether" in reasons -%}
        {%- set advice = advice ~ "Where 1,000 is clear to you, set the var decimal_mark to point or comma. " -%}
    {%- endif -%}
    {{- return(advice) -}}
{% endmacro %}
