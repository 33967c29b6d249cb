{#- An order that was changed between two exports stands in both, and so does one whose times, prices or codes they write
    differently. An order whose lines are split between two files has nothing in common in both. A spreadsheet may take the
    zeros off the invoice ids of one file. -#}
{% macro log_differing_invoices(lines, overlapping_files, repeated_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set words = {
            "changed": ["Invoices that are in several files, with lines that differ", "remove the older lines"],
            "renumbered": [
                "Invoices of the same customer, time and money in several files, with ids that differ",
                "write their ids alike, with their zeros",
            ],
        } -%}
        {%- set query = differing_invoices(orders_in_overlapping_files(lines, overlapping_files, repeated_lines)) -%}
        {%- for kind, count, amount, first_line_id in run_query(query).rows -%}
            {%- do log(
                words[kind][0] ~ ": " ~ lines_money_and_place(lines, count, amount, first_line_id)
                ~ ". All are counted. If they are the same orders, " ~ words[kind][1] ~ ".",
                info=true
            ) -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{% macro differing_invoices(orders_in_files) %}
    with
    orders as ({{ orders_in_files }}),

    invoices as (
        select 'changed' as kind, sum(lines) as lines, sum(amount) as amount, min(first_line_id) as first_line_id
        from orders
        group by invoice_id, customer_id
        having count(nullif(lines, 0)) > 1
            and max(last_invoiced_at) <= min(first_invoiced_at) + interval '1' day
            and (sum(copies) > 0 or max(has_code_of_other_file) = 1 or min(whole_amount) = max(whole_amount))
        union all
        select 'renumbered' as kind, sum(lines) as lines, sum(amount) as amount, min(first_line_id) as first_line_id
        from orders
        where copies = 0 and customer_id is not null
        group by customer_id, first_invoiced_at, whole_amount
        having min(source_file) != max(source_file) and min(invoice_id) != max(invoice_id)
    )

    select kind, sum(lines), sum(amount), min(first_line_id) from invoices
    group by kind
    order by kind
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
