{#- What was assumed about sales, and how much money it concerns: one log line each. -#}

{% macro lines_and_money(lines, amount) -%}
    {{ "{:,}".format(lines | int) }} line{{ "s" if lines != 1 }}, {{ "{:,.2f}".format(amount or 0) }} in money
{%- endmacro %}

{#- The line number is left out for a table. Ids are not logged. -#}
{% macro place_of_first(lines, condition) %}
    {%- set query -%}
        select source_file || coalesce(', line ' || cast(line_number as string), '')
        from {{ lines }}
        where line_id = (select min(line_id) from {{ lines }} where {{ condition }})
    {%- endset -%}
    {{- return(run_query(query).columns[0].values()[0]) -}}
{% endmacro %}

{% macro log_lines_set_aside(totals, steps, lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select
                totals.line_class,
                steps.meaning,
                sum(totals.lines) as lines,
                sum(totals.amount) as amount,
                sum(abs(totals.amount)) / nullif((select sum(abs(amount)) from {{ totals }}), 0) as share
            from {{ totals }} as totals
            inner join {{ steps }} as steps on totals.line_class = steps.line_class
            where totals.line_class not in ('rejected', 'sale')
            group by totals.line_class, steps.step_number, steps.meaning
            order by steps.step_number
        {%- endset -%}
        {%- for line_class, meaning, class_lines, amount, share in run_query(query).rows -%}
            {%- do log("Classed " ~ line_class ~ ": " ~ lines_and_money(class_lines, amount) ~ " (" ~ meaning ~ ")", info=true) -%}
            {%- if line_class == "non_product" and share and share > 0.01 -%}
                {%- do log_non_product_codes(lines, share) -%}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{% macro log_non_product_codes(lines, share) %}
    {%- set query -%}
        select stock_code, count(*), sum(amount)
        from {{ lines }}
        where line_class = 'non_product'
        group by stock_code
        order by sum(abs(amount)) desc, stock_code
        limit 10
    {%- endset -%}
    {%- set codes = [] -%}
    {%- for code, code_lines, amount in run_query(query).rows -%}
        {%- do codes.append(code ~ " (" ~ lines_and_money(code_lines, amount) ~ ")") -%}
    {%- endfor -%}
    {%- do log(
        "Stock codes that are not products hold " ~ "{:.1%}".format(share) ~ " of all money: " ~ codes | join("; ")
        ~ ". If some are products, remove their rows from the seed non_product_codes, or set products_only to false.",
        info=true
    ) -%}
{% endmacro %}

{% macro log_unmatched_units(matches, negative_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select
                count(*) as lines,
                sum(coalesce(rests.unmatched_quantity, abs(negative_lines.quantity))) as units,
                sum(
                    case
                        when rests.unmatched_quantity is null or negative_lines.quantity = 0 then abs(negative_lines.amount)
                        else abs(negative_lines.amount) * cast(rests.unmatched_quantity as double) / abs(negative_lines.quantity)
                    end
                ) as amount
            from {{ negative_lines }} as negative_lines
            left join (
                select cancellation_line_id, max(unmatched_quantity) as unmatched_quantity
                from {{ matches }}
                group by cancellation_line_id
            ) as rests on negative_lines.line_id = rests.cancellation_line_id
            where negative_lines.line_class = 'cancellation' and coalesce(rests.unmatched_quantity, 1) > 0
        {%- endset -%}
        {%- set lines, units, amount = run_query(query).rows[0] -%}
        {%- if lines and setting("match_cancellations") -%}
            {%- do log(
                "Cancelled, but not bought before in the data: " ~ lines_and_money(lines, amount)
                ~ ", which undo no purchase (unmatched_quantity in invoice_lines)", info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{% macro log_crowded_customer(orders, lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set largest = "(select customer_id from " ~ orders ~ " group by customer_id order by count(*) desc, customer_id limit 1)" -%}
        {%- set query -%}
            select count(*) * 1.0 / nullif((select count(*) from {{ orders }}), 0), sum(amount)
            from {{ orders }}
            where customer_id = {{ largest }}
        {%- endset -%}
        {%- set share, amount = run_query(query).rows[0] -%}
        {%- if share and share > 0.2 -%}
            {%- do log(
                "One customer has " ~ "{:.0%}".format(share) ~ " of the orders, " ~ "{:,.2f}".format(amount) ~ " in money, first in "
                ~ place_of_first(lines, "customer_id = " ~ largest)
                ~ ". If the id names nobody (guests, a till), list it in the var missing_customer_ids.", info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{% macro log_unused_discounts(order_discounts, negative_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select count(*), sum(order_discounts.net_amount - negative_lines.amount)
            from {{ order_discounts }} as order_discounts
            inner join {{ negative_lines }} as negative_lines on order_discounts.line_id = negative_lines.line_id
            where order_discounts.net_amount > negative_lines.amount
        {%- endset -%}
        {%- set lines, amount = run_query(query).rows[0] -%}
        {%- if lines -%}
            {%- do log(
                "Discounts beyond what their orders are worth: " ~ lines_and_money(lines, amount) ~ ", which have no effect", info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{% macro log_split_invoices(orders) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select count(*), sum(orders), sum(amount)
            from (
                select count(*) as orders, sum(amount) as amount
                from {{ orders }}
                group by customer_id, invoice_id
                having count(*) > 1
            ) as invoices
        {%- endset -%}
        {%- set ids, count, amount = run_query(query).rows[0] -%}
        {%- if ids -%}
            {%- do log(
                "Invoice ids that a customer has more than once, over a day apart: " ~ "{:,}".format(ids) ~ ", counted as "
                ~ "{:,}".format(count | int) ~ " orders, " ~ "{:,.2f}".format(amount) ~ " in money", info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- A line that was entered twice looks the same as one that was exported twice. Only a run of whole invoices tells them
    apart. -#}
{% macro log_doubled_invoices(lines, candidates, repeated_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select sum(lines), sum(amount), min(first_line_id)
            from (
                select sum(copies) as lines, sum(copies * amount) as amount, min(first_line_id) as first_line_id
                from (
                    select {{ line_content() }}, count(*) as copies, min(line_id) as first_line_id
                    from {{ lines }}
                    inner join {{ candidates }} as candidates using (source_file, invoice_id)
                    where problem_column is null and line_id not in (select line_id from {{ repeated_lines }})
                    group by {{ line_content() }}
                ) as contents
                group by source_file, invoice_id, customer_id, cast(invoiced_at as date)
                having min(copies) > 1
            ) as invoices
        {%- endset -%}
        {%- set count, amount, first_line_id = run_query(query).rows[0] -%}
        {%- if count -%}
            {%- do log(
                "Invoices in which every line occurs twice: " ~ lines_and_money(count, amount) ~ ", first in "
                ~ place_of_first(lines, "line_id = " ~ first_line_id) ~ ". All are counted. If they are copies, remove them.",
                info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- An order that was changed between two exports stands in both, and so does one whose times or prices they round
    differently. -#}
{% macro log_differing_invoices(lines, overlapping_files, repeated_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select sum(lines), sum(amount), min(first_line_id)
            from (
                select count(*) as lines, sum(amount) as amount, min(line_id) as first_line_id
                from {{ lines }}
                inner join {{ overlapping_files }} as overlapping_files using (source_file)
                where problem_column is null and invoice_id_is_given and amount > 0
                    and invoiced_at between overlap_start - interval '1' day and overlap_end + interval '1' day
                    and line_id not in (select line_id from {{ repeated_lines }})
                group by invoice_id, customer_id, stock_code
                having min(source_file) != max(source_file)
                    and max(invoiced_at) <= min(invoiced_at) + interval '1' day
            ) as invoices
        {%- endset -%}
        {%- set count, amount, first_line_id = run_query(query).rows[0] -%}
        {%- if count -%}
            {%- do log(
                "Invoices that are in several files, with lines that differ: " ~ lines_and_money(count, amount) ~ ", first in "
                ~ place_of_first(lines, "line_id = " ~ first_line_id) ~ ". All are counted. If they are the same orders, "
                ~ "remove the older lines.",
                info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}
