{% macro check_rejected_share(lines, rejected_lines, repeated_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select
                count(*),
                count(*) + (select count(*) from {{ lines }}) + (select count(*) from {{ repeated_lines }}),
                min(source_file || ', line ' || line_number || ', ' || column_name || ': ' || reason || coalesce(' (' || left(raw_text, 80) || ')', ''))
            from {{ rejected_lines }}
        {%- endset -%}
        {%- set rejected, read, first = run_query(query).rows[0] -%}
        {%- if rejected > setting("max_rejected_share") * read -%}
            {{- exceptions.raise_compiler_error(
                rejected ~ " of " ~ read ~ " lines could not be read, more than max_rejected_share ("
                ~ setting("max_rejected_share") ~ ") allows. For example " ~ first ~ ". The table rejected_lines "
                ~ "lists them all. Mend the files or the var invoice_columns, or raise max_rejected_share."
            ) -}}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{% macro check_sums_fit(lines, repeated_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set numbers = {
            "amount": "(select source_file, line_id % 1000000000000 as line_number, amount from " ~ lines
                ~ " union all select source_file, line_number, amount from " ~ repeated_lines ~ ")",
            "quantity": "(select source_file, line_id % 1000000000000 as line_number, quantity from " ~ lines ~ ")",
        } -%}
        {%- for column, query in numbers.items() -%}
            {%- set overflows = run_query(
                "select sum(abs(" ~ column ~ ")) >= 1e14 from " ~ query ~ " as numbers"
            ).columns[0].values()[0] -%}
            {%- if overflows -%}
                {%- set largest = run_query(
                    "select max_by(source_file || ', line ' || line_number || ': ' || " ~ column ~ ", abs(" ~ column
                    ~ ")) from " ~ query ~ " as numbers"
                ).columns[0].values()[0] -%}
                {{- exceptions.raise_compiler_error(
                    "The column " ~ column ~ " adds up to more than 14 digits before the point. The largest is "
                    ~ largest ~ ". Mend the files, or divide the column by 1000."
                ) -}}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{% macro check_enough_customers(sample) %}
    {%- if execute and not flags.EMPTY and setting("n_clusters") != "auto" -%}
        {%- set query -%}
            select count(*) from (select distinct z_recency, z_frequency, z_monetary from {{ sample }}) as points
        {%- endset -%}
        {%- set distinct_customers = run_query(query).columns[0].values()[0] -%}
        {%- if setting("n_clusters") > distinct_customers -%}
            {{- exceptions.raise_compiler_error(
                "n_clusters is " ~ setting("n_clusters") ~ ", but there are only " ~ distinct_customers
                ~ " different customers: set it to " ~ distinct_customers ~ " or less, or to auto."
            ) -}}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}
