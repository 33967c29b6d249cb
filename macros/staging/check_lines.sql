{% macro check_rejected_share(rejected_lines, lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set rejected, read = run_query(
            "select (select count(*) from " ~ rejected_lines ~ " where reason != " ~ text_literal(reason_of_totals()) ~ "), "
            ~ "(select count(*) from " ~ lines ~ ")"
        ).rows[0] -%}
        {%- if rejected > setting("max_rejected_share") * read -%}
            {%- set groups = rejections_by_reason(rejected_lines) | rejectattr("is_of_totals") | list -%}
            {%- set examples = [] -%}
            {%- for group in groups[:5] -%}{%- do examples.append(group.place ~ ", " ~ group.what) -%}{%- endfor -%}
            {{- exceptions.raise_compiler_error(
                rejected ~ " of " ~ read ~ " lines could not be read, more than max_rejected_share ("
                ~ setting("max_rejected_share") ~ ") allows. For example " ~ examples | join("; ") ~ ". The table "
                ~ "rejected_lines lists them all. " ~ advice_on(groups) ~ "Correct the files or the var invoice_columns, or raise "
                ~ "max_rejected_share."
            ) -}}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{% macro check_sums_fit(lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set sums = first_row(
            "select sum(abs(amount)) as amount, sum(abs(quantity)) as quantity from " ~ lines ~ " where problem_column is null"
        ) -%}
        {%- for column, sum in sums.items() if sum is not none and sum >= 1e14 -%}
            {%- set largest = first_row(
                "select source_file, line_number from " ~ lines ~ " where problem_column is null "
                ~ "order by abs(" ~ column ~ ") desc, line_id"
            ) -%}
            {{- exceptions.raise_compiler_error(
                "The column " ~ column ~ " adds up to more than 14 digits before the point. The largest is in "
                ~ place(largest.source_file, largest.line_number) ~ ". Correct the files, or divide the column by 1000."
            ) -}}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}
