with
 __dbt__cte__cell_texts as (

-- Fixture for cell_texts
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,000' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1.000' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,000' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1.000' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select 
    
    cast('d.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,000' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('quantity' as character varying)
 as "column_name", 
    
    cast('£1' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
),  __dbt__cte__number_texts as (

-- Fixture for number_texts
select 
    
    cast('1,000' as character varying)
 as "cell_text", 
    
    cast('either' as character varying)
 as "shape", 
    
    cast('' as character varying)
 as "currency_sign", 
    
    cast(1000 as DECIMAL(18,4))
 as "number_with_points", 
    
    cast(1 as DECIMAL(18,4))
 as "number_with_commas"
union all
select 
    
    cast('1.000' as character varying)
 as "cell_text", 
    
    cast('either' as character varying)
 as "shape", 
    
    cast('' as character varying)
 as "currency_sign", 
    
    cast(1 as DECIMAL(18,4))
 as "number_with_points", 
    
    cast(1000 as DECIMAL(18,4))
 as "number_with_commas"
union all
select 
    
    cast('£1' as character varying)
 as "cell_text", 
    
    cast('plain' as character varying)
 as "shape", 
    
    cast('£' as character varying)
 as "currency_sign", 
    
    cast(1 as DECIMAL(18,4))
 as "number_with_points", 
    
    cast(1 as DECIMAL(18,4))
 as "number_with_commas"
),  __dbt__cte__number_formats as (

-- Fixture for number_formats
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('point' as character varying)
 as "decimal_mark", 
    
    cast(False as BOOLEAN)
 as "points_may_group", cast(null as BOOLEAN) as "proves_point", cast(null as BOOLEAN) as "proves_comma", cast(null as BIGINT) as "point_line_number", cast(null as BIGINT) as "comma_line_number", cast(null as HUGEINT) as "ambiguous_lines"
union all
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('quantity' as character varying)
 as "column_name", 
    
    cast('point' as character varying)
 as "decimal_mark", 
    
    cast(False as BOOLEAN)
 as "points_may_group", cast(null as BOOLEAN) as "proves_point", cast(null as BOOLEAN) as "proves_comma", cast(null as BIGINT) as "point_line_number", cast(null as BIGINT) as "comma_line_number", cast(null as HUGEINT) as "ambiguous_lines"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('comma' as character varying)
 as "decimal_mark", 
    
    cast(True as BOOLEAN)
 as "points_may_group", cast(null as BOOLEAN) as "proves_point", cast(null as BOOLEAN) as "proves_comma", cast(null as BIGINT) as "point_line_number", cast(null as BIGINT) as "comma_line_number", cast(null as HUGEINT) as "ambiguous_lines"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('comma' as character varying)
 as "decimal_mark", 
    
    cast(False as BOOLEAN)
 as "points_may_group", cast(null as BOOLEAN) as "proves_point", cast(null as BOOLEAN) as "proves_comma", cast(null as BIGINT) as "point_line_number", cast(null as BIGINT) as "comma_line_number", cast(null as HUGEINT) as "ambiguous_lines"
union all
select 
    
    cast('d.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast(null as character varying(256))
 as "decimal_mark", 
    
    cast(False as BOOLEAN)
 as "points_may_group", cast(null as BOOLEAN) as "proves_point", cast(null as BOOLEAN) as "proves_comma", cast(null as BIGINT) as "point_line_number", cast(null as BIGINT) as "comma_line_number", cast(null as HUGEINT) as "ambiguous_lines"
),  __dbt__cte__date_texts as (

-- Fixture for date_texts
select cast(null as character varying(256)) as "cell_text", cast(null as character varying(256)) as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", cast(null as BOOLEAN) as "is_text", cast(null as BOOLEAN) as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", cast(null as character varying(256)) as "proves_order"
    limit 0
),  __dbt__cte__date_formats as (

-- Fixture for date_formats
select cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "first_line_number", cast(null as BOOLEAN) as "has_dates", cast(null as BOOLEAN) as "are_serial_days", cast(null as character varying(256)) as "ambiguous_example", cast(null as character varying(256)) as "day_first_example", cast(null as BIGINT) as "day_first_line_number", cast(null as character varying(256)) as "month_first_example", cast(null as BIGINT) as "month_first_line_number", cast(null as character varying(256)) as "date_order"
    limit 0
), cell_texts as (
    select * from __dbt__cte__cell_texts
    where cell_text is not null
),

number_texts as (
    select * from __dbt__cte__number_texts
),

number_formats as (
    select * from __dbt__cte__number_formats
),

date_texts as (
    select * from __dbt__cte__date_texts
),

date_formats as (
    select * from __dbt__cte__date_formats
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