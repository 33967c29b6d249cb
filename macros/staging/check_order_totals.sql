{#- An export may have the total of the order on each of its lines, or in a row of its own. Both are added up like the
    amounts of lines. Quantities and prices can prove it; amounts alone are only a sign of it. -#}
{% macro check_order_totals(lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set found = run_query(invoices_of_several_lines(lines)).rows[0] -%}
        {%- set equal, rows = found["equal_amounts"] or 0, found["rows_with_sums"] or 0 -%}
        {%- set first = "line_id = " ~ found["first_line_id"] -%}
        {%- set proven = found["unlike_proven_totals"] and found["proven_totals"] >= 0.9 * found["invoices"] -%}
        {%- set money = "{:,.2f}".format(found["amount"] or 0) ~ " in money rather than " -%}
        {%- if proven and found["invoices"] > 1 -%}
            {{- exceptions.raise_compiler_error(
                "The column for amount has the total of the order on each of its lines, as quantity and price tell, first in "
                ~ place_of_first(lines, first) ~ ". All lines together would be " ~ money
                ~ "{:,.2f}".format(found["amount_by_price"]) ~ ". Leave amount out of the var invoice_columns."
            ) -}}
        {%- elif rows > 1 and rows >= 0.9 * found["long_invoices"] -%}
            {%- do log(
                "Invoices in which one line has the amount of all others together, as a row with the total has: " ~ "{:,}".format(rows) ~ " of "
                ~ "{:,}".format(found["long_invoices"]) ~ " with three lines or more, first in " ~ place_of_first(lines, first)
                ~ ". All lines are counted, " ~ money ~ "{:,.2f}".format(found["amount"] - found["greatest_amounts"]) ~ ". If they are such rows, remove them.", info=true
            ) -%}
        {%- elif proven or equal > 1 and equal >= 0.8 * found["invoices"] and found["different_amounts"] > 1 -%}
            {%- do log(
                "Invoices in which all lines have the same amount, as if it were the total of the order: " ~ "{:,}".format(equal) ~ " of "
                ~ "{:,}".format(found["invoices"]) ~ " with several lines, first in " ~ place_of_first(lines, first)
                ~ ". All lines are counted, " ~ money ~ "{:,.2f}".format(found["amount_once"]) ~ ". If it is the total, keep one line of each order, or map quantity and "
                ~ "unit_price instead of amount in the var invoice_columns.", info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- A total is told from amounts that are rounded, or of another unit, by products that cost unlike sums. -#}
{% macro invoices_of_several_lines(lines) %}
    select
        min(first_line_id) as first_line_id,
        count(*) as invoices,
        sum(case when lines > 2 then 1 else 0 end) as long_invoices,
        sum(amount) as amount,
        sum(amount_by_price) as amount_by_price,
        sum(least_amount) as amount_once,
        sum(greatest_amount) as greatest_amounts,
        sum(case when least_amount = greatest_amount then 1 else 0 end) as equal_amounts,
        count(distinct case when least_amount = greatest_amount then least_amount end) as different_amounts,
        sum(case when is_proven then 1 else 0 end) as proven_totals,
        max(case when is_proven and least_by_price < greatest_by_price then 1 else 0 end) = 1 as unlike_proven_totals,
        sum(case when lines > 2 and amount = 2 * greatest_amount then 1 else 0 end) as rows_with_sums
    from (
        select
            *,
            least_amount = greatest_amount
            and abs(amount_by_price - least_amount) < 0.01 * lines
            and amount > 1.5 * amount_by_price as is_proven
        from (
            select
                min(line_id) as first_line_id,
                count(*) as lines,
                sum(amount) as amount,
                min(amount) as least_amount,
                max(amount) as greatest_amount,
                sum(cast(quantity as double) * unit_price) as amount_by_price,
                min(cast(quantity as double) * unit_price) as least_by_price,
                max(cast(quantity as double) * unit_price) as greatest_by_price
            from {{ lines }}
            where problem_column is null
                and invoice_id_is_given
                and amount > 0
            group by source_file, invoice_id, customer_id, cast(invoiced_at as date)
            having count(*) > 1
        ) as invoices_summed
    ) as invoices
{% endmacro %}
