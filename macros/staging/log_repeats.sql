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
                    inner join {{ candidates }} as candidates on {{ invoice_key() }} = candidates.invoice_key
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
                "Invoices in which every line occurs twice: "
                ~ lines_money_and_place(lines, count, amount, first_line_id) ~ ". All are counted. If they are copies, remove them.",
                info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- A shop's old export may come after the new one in the order of file names. -#}
{% macro log_differing_statuses(lines, overlapping_files, repeated_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select sum(copies), sum(amount), min(first_line_id), max(last_file)
            from (
                select
                    count(dropped.line_id) as copies,
                    sum(case when dropped.line_id is not null then lines.amount end) as amount,
                    min(lines.line_id) as first_line_id,
                    max(lines.source_file) as last_file
                from {{ lines }} as lines
                inner join {{ overlapping_files }} as overlapping_files on lines.source_file = overlapping_files.source_file
                left join (select line_id from {{ repeated_lines }}) as dropped on lines.line_id = dropped.line_id
                where lines.problem_column is null
                    and (select count(status) from {{ lines }}) > 0
                    and lines.invoiced_at between overlapping_files.overlap_start and overlapping_files.overlap_end
                group by {{ line_content(across_files=true) }}
                having min(coalesce(lines.status, '')) != max(coalesce(lines.status, '')) and count(dropped.line_id) > 0
            ) as contents
        {%- endset -%}
        {%- set count, amount, first_line_id, last_file = run_query(query).rows[0] -%}
        {%- if count -%}
            {%- do log(
                "Lines that are in several files, with statuses that differ: "
                ~ lines_money_and_place(lines, count, amount, first_line_id) ~ ". The file that is read last decides, here "
                ~ last_file ~ ". If another one is newer, name it so that it comes last.",
                info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}
