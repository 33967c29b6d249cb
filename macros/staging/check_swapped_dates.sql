{#- A spreadsheet that takes day for month can do so up to day 12 only: those become dates, all others stay texts. Three
    different days of each kind are no accident. -#}
{% macro check_swapped_dates(lines, cell_texts, date_texts) %}
    {%- if execute -%}
        {%- set suspect = first_row(files_with_days_above_twelve(cell_texts, date_texts)) -%}
        {%- set swapped = first_row(days_up_to_twelve(lines, suspect)) if suspect -%}
        {%- if swapped -%}
            {{- exceptions.raise_compiler_error(
                suspect.source_file ~ ": column 'invoiced_at' has texts (" ~ place("'" ~ suspect.example ~ "'", suspect.first_line_number)
                ~ ") whose days are all above 12, and dates (" ~ place(swapped.example, swapped.first_line_number) ~ ") whose days are all "
                ~ "up to 12. It seems that a spreadsheet has taken the day for the month in these. Import the column again as text, or "
                ~ "with the right order of day and month."
            ) -}}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{% macro files_with_days_above_twelve(cell_texts, date_texts) %}
    select
        cell_texts.source_file,
        sum(cell_texts.lines) as lines,
        min(cell_texts.cell_text) as example,
        min(cell_texts.first_line_number) as first_line_number
    from {{ cell_texts }} as cell_texts
    left join {{ date_texts }} as date_texts on cell_texts.cell_text = date_texts.cell_text
    where cell_texts.column_name = 'invoiced_at'
        and cell_texts.cell_text is not null
    group by cell_texts.source_file
    having count(distinct coalesce(date_texts.day_first_time, date_texts.month_first_time)) >= 3
        and count(date_texts.proves_order) = count(*)
    order by cell_texts.source_file
{% endmacro %}

{#- Lines with later days are no more than those with texts. -#}
{% macro days_up_to_twelve(lines, texts) %}
    select
        min(case when days.day_of_month <= 12 then days.invoiced_on end) as example,
        min(case when days.day_of_month <= 12 then days.line_number end) as first_line_number
    from (
        select
            line_number,
            cast(invoiced_at as date) as invoiced_on,
            extract(day from invoiced_at) as day_of_month
        from {{ lines }}
        where source_file = {{ text_literal(texts.source_file) }}
            and invoiced_at is not null
    ) as days
    having count(distinct case when days.day_of_month <= 12 then days.invoiced_on end) >= 3
        and sum(case when days.day_of_month > 12 then 1 else 0 end) = {{ texts.lines }}
{% endmacro %}
