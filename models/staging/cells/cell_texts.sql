with
lines as (
    select * from {{ ref('quintile', 'raw_invoice_lines') }}
),

cells_stacked as (
    {% for column in ["quantity", "unit_price", "amount"] -%}
    select
        source_file,
        line_number,
        '{{ column }}' as column_name,
        {{ column }}_text as cell_text,
        {{ plain_number(column ~ "_text") }} is not null as is_plain,
        {{ column }}_text like '%.%' and {{ column }}_text not like '%e0' as has_point
    from lines
    where {{ column }}_text is not null
    union all
    {% endfor -%}
    select
        source_file,
        line_number,
        'invoiced_at' as column_name,
        invoiced_at_text as cell_text,
        {{ plain_date("invoiced_at_text") }} is not null as is_plain,
        false as has_point
    from lines
    where invoiced_at_text is not null
    union all
    select
        source_file,
        line_number,
        'currency' as column_name,
        upper(trim(currency)) as cell_text,
        false as is_plain,
        false as has_point
    from lines
    where trim(currency) != ''
),

plain_cells_told as (
    select
        source_file,
        line_number,
        column_name,
        case when not is_plain then cell_text end as cell_text,
        is_plain and has_point as proves_point
    from cells_stacked
),

equal_texts_counted as (
    select
        source_file,
        column_name,
        cell_text,
        proves_point,
        count(*) as lines,
        min(line_number) as first_line_number
    from plain_cells_told
    group by source_file, column_name, cell_text, proves_point
)

select * from equal_texts_counted
