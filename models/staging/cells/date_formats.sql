{%- set date_order = setting("date_order") -%}

with
cell_texts as (
    select * from {{ ref('quintile', 'cell_texts') }}
    where column_name = 'invoiced_at'
),

date_texts as (
    select * from {{ ref('quintile', 'date_texts') }}
),

texts_understood as (
    select
        cell_texts.source_file,
        cell_texts.cell_text,
        cell_texts.first_line_number,
        date_texts.layout,
        date_texts.first_number,
        date_texts.last_number,
        date_texts.proves_order,
        cell_texts.cell_text is null or date_texts.is_date as is_date
    from cell_texts
    left join date_texts on cell_texts.cell_text = date_texts.cell_text
    where cell_texts.cell_text is null
        or date_texts.is_text
),

proofs_collected as (
    select
        source_file,
        min(first_line_number) as first_line_number,
        max(case when is_date then 1 else 0 end) = 1 as has_dates,
        min(case when is_date and layout = 'serial days' then 1 else 0 end) = 1 as are_serial_days,
        min(case when layout = 'day or month first' and is_date then cell_text end) as ambiguous_example,
        min(case when length(last_number) = 2 and is_date then cell_text end) as short_year_example,
        max(length(last_number)) as last_number_length,
        max(last_number) as largest_last_number,
        count(distinct first_number) as first_numbers,
        count(distinct last_number) as last_numbers,
        min(case when layout = 'day or month first' then coalesce(proves_order, '') end) = 'mdy' as is_month_first,
        min(case when layout = 'day or month first' then cell_text end) like '%-%-%' as has_dashes,
        min(case when proves_order = 'dmy' then cell_text end) as day_first_example,
        min(case when proves_order = 'dmy' then first_line_number end) as day_first_line_number,
        min(case when proves_order = 'mdy' then cell_text end) as month_first_example,
        min(case when proves_order = 'mdy' then first_line_number end) as month_first_line_number
    from texts_understood
    group by source_file
),

orders_inferred as (
    select
        source_file,
        first_line_number,
        has_dates,
        are_serial_days,
        ambiguous_example,
        short_year_example,
        day_first_example,
        day_first_line_number,
        month_first_example,
        month_first_line_number,
        {% if date_order == "auto" -%}
        case
            when last_number_length != 2 or largest_last_number > '31' then false
            when last_numbers > first_numbers then true
            when last_numbers = 1 and first_numbers = 1 then has_dashes and not is_month_first
            else false
        end
        {%- else -%}
        false
        {%- endif %} as year_may_be_first,
        case
            {% if date_order != "auto" -%}
            when true then '{{ date_order }}'
            {% endif -%}
            when month_first_example is null and day_first_example is not null then 'dmy'
            when day_first_example is null and month_first_example is not null then 'mdy'
        end as date_order
    from proofs_collected
)

select * from orders_inferred
