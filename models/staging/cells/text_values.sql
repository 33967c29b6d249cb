with
cell_texts as (
    select * from {{ ref('quintile', 'cell_texts') }}
    where cell_text is not null
),

number_texts as (
    select * from {{ ref('quintile', 'number_texts') }}
),

number_formats as (
    select * from {{ ref('quintile', 'number_formats') }}
),

date_texts as (
    select * from {{ ref('quintile', 'date_texts') }}
),

date_formats as (
    select * from {{ ref('quintile', 'date_formats') }}
),

numbers_decided as (
    select
        cell_texts.source_file,
        cell_texts.column_name,
        cell_texts.cell_text,
        case
            when number_texts.currency_sign != '' and cell_texts.column_name = 'quantity' then null
            when number_texts.shape = 'comma' then number_texts.number_with_commas
            when number_texts.shape in ('plain', 'point') then number_texts.number_with_points
            when number_formats.decimal_mark = 'point' then number_texts.number_with_points
            when number_formats.decimal_mark = 'comma'
                and (number_formats.points_may_group or number_texts.cell_text like '%,%')
                then number_texts.number_with_commas
        end as number_value,
        case
            when number_texts.shape = 'either'
                then greatest(abs(number_texts.number_with_points), abs(number_texts.number_with_commas))
        end as number_at_most,
        number_texts.unrounded_number
        - cast(coalesce(number_texts.number_with_points, number_texts.number_with_commas) as double) as number_rest,
        cast(null as timestamp) as time_value,
        case
            when number_texts.shape = 'either' then 'unclear whether a decimal or a thousand'
            else 'not a number of at most 14 digits before the point'
        end as reason
    from cell_texts
    inner join number_texts on cell_texts.cell_text = number_texts.cell_text
    inner join number_formats
        on cell_texts.source_file = number_formats.source_file
        and cell_texts.column_name = number_formats.column_name
),

dates_decided as (
    select
        cell_texts.source_file,
        cell_texts.column_name,
        cell_texts.cell_text,
        cast(null as decimal(18, 4)) as number_value,
        cast(null as decimal(18, 4)) as number_at_most,
        cast(null as double) as number_rest,
        case
            when date_texts.layout = 'serial days' and not date_formats.are_serial_days then null
            when date_texts.layout != 'day or month first' or date_formats.date_order = 'dmy'
                then date_texts.day_first_time
            when date_formats.date_order = 'mdy' then date_texts.month_first_time
        end as time_value,
        case
            when not date_texts.zone_is_known then 'a time of an unknown zone'
            else 'not a date from 1900 to 2199'
        end as reason
    from cell_texts
    inner join date_texts on cell_texts.cell_text = date_texts.cell_text
    inner join date_formats on cell_texts.source_file = date_formats.source_file
    where cell_texts.column_name = 'invoiced_at'
),

values_stacked as (
    select * from numbers_decided
    union all
    select * from dates_decided
)

select * from values_stacked
