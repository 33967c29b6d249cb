{#- An export may have the total of the order on each of its lines, or in a row of its own. Both are added up like the
    amounts of lines. Quantities and prices can prove it; equal amounts are only a sign of it. -#}
{% macro check_order_totals(lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- for file in run_query(invoices_of_several_lines(lines)).rows if file["invoices"] > 1 -%}
            {%- set where = place(file["source_file"], file["first_line_number"]) -%}
            {%- set sums = "{:,.2f}".format(file["amount"]) ~ " in money rather than " -%}
            {%- if file["proven_totals"] >= 0.9 * file["invoices"] -%}
                {{- exceptions.raise_compiler_error(
                    where ~ ": the column for amount has the total of the order on each of its lines, as quantity and price tell. "
                    ~ "All lines together would be " ~ sums ~ "{:,.2f}".format(file["amount_by_price"]) ~ ". Leave amount out of the var "
                    ~ "invoice_columns."
                ) -}}
            {%- elif file["header_rows"] >= 0.9 * file["invoices"] and file["most_lines"] > 2 -%}
                {{- exceptions.raise_compiler_error(
                    where ~ ": in " ~ "{:,} of {:,}".format(file["header_rows"], file["invoices"]) ~ " invoices of several lines, a line "
                    ~ "without a stock code has the amount of all others together, as a row with the total of the order has. All lines "
                    ~ "together would be " ~ sums ~ "{:,.2f}".format(file["amount_with_codes"]) ~ ". Remove such rows from the file."
                ) -}}
            {%- elif file["equal_amounts"] == file["invoices"] and file["different_amounts"] > 1 -%}
                {%- do log(
                    where ~ ": in each of " ~ "{:,}".format(file["invoices"]) ~ " invoices of several lines, all lines have the same amount, as "
                    ~ "if it were the total of the order. All are counted, " ~ sums ~ "{:,.2f}".format(file["amount_once"]) ~ ". If it is the "
                    ~ "total, keep one line of each order, or map quantity and unit_price instead of amount in the var invoice_columns.",
                    info=true
                ) -%}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{% macro amounts_are_given() %}
    {%- if execute -%}
        {{- return(invoices_relation() or invoice_files() | selectattr("columns.amount", "defined") | list) -}}
    {%- endif -%}
{% endmacro %}

{% macro invoices_of_several_lines(lines) %}
    select
        source_file,
        min(first_line_number) as first_line_number,
        count(*) as invoices,
        max(lines) as most_lines,
        sum(amount) as amount,
        sum(amount_by_price) as amount_by_price,
        sum(amount_with_codes) as amount_with_codes,
        sum(least_amount) as amount_once,
        sum(case when least_amount = greatest_amount then 1 else 0 end) as equal_amounts,
        count(distinct least_amount) as different_amounts,
        sum(
            case when least_amount = greatest_amount and abs(amount_by_price - least_amount) < 0.01 * lines then 1 else 0 end
        ) as proven_totals,
        sum(case when lines_with_codes = lines - 1 and amount = 2 * amount_with_codes then 1 else 0 end) as header_rows
    from (
        select
            source_file,
            min(line_number) as first_line_number,
            count(*) as lines,
            count(stock_code) as lines_with_codes,
            sum(amount) as amount,
            sum(cast(quantity as double) * unit_price) as amount_by_price,
            sum(case when stock_code is not null then amount end) as amount_with_codes,
            min(amount) as least_amount,
            max(amount) as greatest_amount
        from {{ lines }}
        where problem_column is null
            and invoice_id_is_given
            and amount > 0
        group by source_file, invoice_id, customer_id, cast(invoiced_at as date)
        having count(*) > 1
    ) as invoices
    group by source_file
    order by source_file
{% endmacro %}
