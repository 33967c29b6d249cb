{#- An order that was changed between two exports stands in both, and so does one whose times, prices or codes they write
    differently. An order whose lines are split between two files has nothing in common in both. -#}
{% macro log_differing_invoices(lines, overlapping_files, repeated_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select sum(lines), sum(amount), min(first_line_id)
            from (
                select sum(lines) as lines, sum(amount) as amount, min(first_line_id) as first_line_id
                from ({{ orders_in_overlapping_files(lines, overlapping_files, repeated_lines) }}) as orders
                group by invoice_id, customer_id
                having count(nullif(lines, 0)) > 1
                    and max(last_invoiced_at) <= min(first_invoiced_at) + interval '1' day
                    and (
                        sum(copies) > 0
                        or max(has_code_of_other_file) = 1
                        or min(whole_amount) = max(whole_amount)
                    )
            ) as invoices
        {%- endset -%}
        {%- set count, amount, first_line_id = run_query(query).rows[0] -%}
        {%- if count -%}
            {%- do log(
                "Invoices that are in several files, with lines that differ: "
                ~ lines_money_and_place(lines, count, amount, first_line_id) ~ ". All are counted. If they are the same orders, "
                ~ "remove the older lines.",
                info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- A spreadsheet takes the zeros off the invoice ids of one file, but not off those of another. -#}
{% macro log_renumbered_invoices(lines, overlapping_files, repeated_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select sum(lines), sum(amount), min(first_line_id)
            from (
                select sum(lines) as lines, sum(amount) as amount, min(first_line_id) as first_line_id
                from ({{ orders_in_overlapping_files(lines, overlapping_files, repeated_lines) }}) as orders
                where copies = 0 and customer_id is not null
                group by customer_id, first_invoiced_at, whole_amount
                having min(source_file) != max(source_file)
                    and min(invoice_id) != max(invoice_id)
            ) as invoices
        {%- endset -%}
        {%- set count, amount, first_line_id = run_query(query).rows[0] -%}
        {%- if count -%}
            {%- do log(
                "Invoices of the same customer, time and money in several files, with ids that differ: "
                ~ lines_money_and_place(lines, count, amount, first_line_id) ~ ". All are counted. If they are the same orders, write "
                ~ "their ids alike, with their zeros.",
                info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- One row per source file, invoice and customer. lines and amount are those that count, whole_amount is with copies. -#}
{% macro orders_in_overlapping_files(lines, overlapping_files, repeated_lines) -%}
    select
        source_file,
        invoice_id,
        customer_id,
        min(invoiced_at) as first_invoiced_at,
        max(invoiced_at) as last_invoiced_at,
        sum(amount) as whole_amount,
        count(*) - count(dropped_line_id) as lines,
        count(dropped_line_id) as copies,
        sum(case when dropped_line_id is null then amount else 0 end) as amount,
        min(case when dropped_line_id is null then line_id end) as first_line_id,
        max(case when first_file_of_code != last_file_of_code then 1 else 0 end) as has_code_of_other_file
    from (
        select
            lines.*,
            dropped.line_id as dropped_line_id,
            min(case when dropped.line_id is null then lines.source_file end) over codes as first_file_of_code,
            max(case when dropped.line_id is null then lines.source_file end) over codes as last_file_of_code
        from {{ lines }} as lines
        inner join {{ overlapping_files }} as overlapping_files on lines.source_file = overlapping_files.source_file
        left join {{ repeated_lines }} as dropped on lines.line_id = dropped.line_id
        where lines.problem_column is null and lines.invoice_id_is_given and lines.amount > 0
            and lines.invoiced_at between overlap_start - interval '1' day and overlap_end + interval '1' day
        window codes as (partition by lines.invoice_id, lines.customer_id, upper(coalesce(lines.stock_code, lines.description)))
    ) as lines_marked
    group by source_file, invoice_id, customer_id
{%- endmacro %}
