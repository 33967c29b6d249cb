{#- Checks that stop a build because of dates, numbers or ids; each error names a file, a line and what to do. -#}

{% macro first_row(query) %}
    {%- set rows = run_query(query ~ " limit 1") -%}
    {{- return(dict(zip(rows.column_names, rows.rows[0])) if rows | length else none) -}}
{% endmacro %}

{% macro place(source_file, line_number) %}
    {{- return(source_file ~ (", line " ~ line_number if line_number is not none else "")) -}}
{% endmacro %}

{% macro check_dates(date_formats) %}
    {%- if execute -%}
        {%- set problem = first_row(
            "select * from " ~ date_formats ~ " where not has_dates or date_order is null and ambiguous_example is not null "
            ~ "or year_may_be_first order by source_file"
        ) -%}
        {%- set advice = "Set the var date_order to mdy (month first) or dmy (day first)" -%}
        {%- if problem and not problem.has_dates -%}
            {{- exceptions.raise_compiler_error(
                place(problem.source_file, problem.first_line_number) ~ ": no date in column 'invoiced_at', in this or any "
                ~ "other line. Dates that are read: " ~ dates_that_are_read() ~ ". Name the column with the dates in the var "
                ~ "invoice_columns, as invoiced_at."
            ) -}}
        {%- elif problem and problem.year_may_be_first -%}
            {{- exceptions.raise_compiler_error(
                problem.source_file ~ ": does '" ~ problem.short_year_example ~ "' in column 'invoiced_at' begin or end with the "
                ~ "year? In this file the last number has at least as many values as the first. Write years with four digits. If they "
                ~ "come last, you can also set the var date_order to mdy (month first) or dmy (day first)."
            ) -}}
        {%- elif problem and problem.day_first_example -%}
            {{- exceptions.raise_compiler_error(
                problem.source_file ~ ": column 'invoiced_at' has dates with the day first ("
                ~ place("'" ~ problem.day_first_example ~ "'", problem.day_first_line_number) ~ ") and with the month first ("
                ~ place("'" ~ problem.month_first_example ~ "'", problem.month_first_line_number) ~ "). " ~ advice
                ~ "; lines that don't fit will be rejected."
            ) -}}
        {%- elif problem -%}
            {{- exceptions.raise_compiler_error(
                problem.source_file ~ ": does '" ~ problem.ambiguous_example ~ "' in column 'invoiced_at' have the month or the "
                ~ "day first? No date in this file proves it. " ~ advice ~ "."
            ) -}}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{% macro check_one_currency(currencies_found) %}
    {%- if execute -%}
        {%- set found = run_query("select * from " ~ currencies_found ~ " where not is_of_one_currency order by sign").rows -%}
        {%- set named = [] -%}
        {%- for row in found -%}
            {%- do named.append(shown_currency(row["sign"]) ~ " (in " ~ place(row["source_file"], row["first_line_number"]) ~ ")") -%}
        {%- endfor -%}
        {%- if named -%}
            {{- exceptions.raise_compiler_error(
                "The invoices mix currencies: " ~ named | join(", ") ~ ". Convert them to one, or build each separately."
            ) -}}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- Other texts are not shown: if cells were shifted in a line, the text may be a customer id. -#}
{% macro shown_currency(sign) %}
    {{- return(sign if modules.re.match("[^0-9]{1,4}$", sign) else "a text that is not a currency") -}}
{% endmacro %}

{% macro check_ids(lines) %}
    {%- if execute -%}
        {%- set id = "case problem_column when 'customer_id' then customer_id when 'invoice_id' then invoice_id "
            ~ "when 'stock_code' then stock_code end" -%}
        {%- set problem = first_row(
            "select source_file, line_number, problem_column, " ~ id ~ " as id from " ~ lines
            ~ " where problem_column is not null and " ~ id ~ " is not null order by line_id"
        ) -%}
        {%- if problem -%}
            {{- exceptions.raise_compiler_error(
                place(problem.source_file, problem.line_number) ~ ": " ~ problem.id ~ " in the column for "
                ~ problem.problem_column ~ " is not an id, but a number that a spreadsheet has rounded, so that different ids look "
                ~ "alike. Export the file again from where it came, or with that column formatted as text."
            ) -}}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}
