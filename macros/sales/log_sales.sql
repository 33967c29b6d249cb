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
        select coalesce(stock_code, description) as code, count(*), sum(amount)
        from {{ lines }}
        where line_class = 'non_product'
        group by coalesce(stock_code, description)
        order by sum(abs(amount)) desc, code
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
