
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "source_file","has_dates","are_serial_days","date_order","month_first_line_number", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__cell_texts as (

-- Fixture for cell_texts
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('1/2/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('1/13/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(3 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('13/1/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('13/1/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('1/13/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(3 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('d.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('1/2/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('d.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast(null as character varying(256))
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(3 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('e.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('soon' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(3 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('e.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast(' ' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('f.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('45296' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
),  __dbt__cte__date_texts as (

-- Fixture for date_texts
select 
    
    cast('1/13/2024' as character varying)
 as "cell_text", 
    
    cast('day or month first' as character varying)
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(True as BOOLEAN)
 as "is_text", 
    
    cast(True as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast('mdy' as character varying)
 as "proves_order"
union all
select 
    
    cast('13/1/2024' as character varying)
 as "cell_text", 
    
    cast('day or month first' as character varying)
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(True as BOOLEAN)
 as "is_text", 
    
    cast(True as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast('dmy' as character varying)
 as "proves_order"
union all
select 
    
    cast('1/2/2024' as character varying)
 as "cell_text", 
    
    cast('day or month first' as character varying)
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(True as BOOLEAN)
 as "is_text", 
    
    cast(True as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast(null as character varying(256))
 as "proves_order"
union all
select 
    
    cast('soon' as character varying)
 as "cell_text", 
    
    cast(null as character varying(256))
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(True as BOOLEAN)
 as "is_text", 
    
    cast(False as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast(null as character varying(256))
 as "proves_order"
union all
select 
    
    cast('45296' as character varying)
 as "cell_text", 
    
    cast('serial days' as character varying)
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(True as BOOLEAN)
 as "is_text", 
    
    cast(True as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast(null as character varying(256))
 as "proves_order"
union all
select 
    
    cast(' ' as character varying)
 as "cell_text", 
    
    cast(null as character varying(256))
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(False as BOOLEAN)
 as "is_text", 
    
    cast(False as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast(null as character varying(256))
 as "proves_order"
), cell_texts as (
    select * from __dbt__cte__cell_texts
    where column_name = 'invoiced_at'
),

date_texts as (
    select * from __dbt__cte__date_texts
),

texts_understood as (
    select
        cell_texts.source_file,
        cell_texts.cell_text,
        cell_texts.first_line_number,
        date_texts.layout,
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
        min(case when proves_order = 'dmy' then cell_text end) as day_first_example,
        min(case when proves_order = 'dmy' then first_line_number end) as day_first_line_number,
        min(case when proves_order = 'mdy' then cell_text end) as month_first_example,
        min(case when proves_order = 'mdy' then first_line_number end) as month_first_line_number
    from texts_understood
    group by source_file
),

orders_inferred as (
    select
        *,
        case
            when month_first_example is null and day_first_example is not null then 'dmy'
            when day_first_example is null and month_first_example is not null then 'mdy'
        end as date_order
    from proofs_collected
)

select * from orders_inferred
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "source_file", "has_dates", "are_serial_days", "date_order", "month_first_line_number", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast(True as BOOLEAN)
 as "has_dates", 
    
    cast(False as BOOLEAN)
 as "are_serial_days", 
    
    cast('mdy' as character varying)
 as "date_order", 
    
    cast(3 as BIGINT)
 as "month_first_line_number"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast(True as BOOLEAN)
 as "has_dates", 
    
    cast(False as BOOLEAN)
 as "are_serial_days", 
    
    cast('dmy' as character varying)
 as "date_order", 
    
    cast(null as BIGINT)
 as "month_first_line_number"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast(True as BOOLEAN)
 as "has_dates", 
    
    cast(False as BOOLEAN)
 as "are_serial_days", 
    
    cast(null as character varying(256))
 as "date_order", 
    
    cast(3 as BIGINT)
 as "month_first_line_number"
union all
select 
    
    cast('d.csv' as character varying)
 as "source_file", 
    
    cast(True as BOOLEAN)
 as "has_dates", 
    
    cast(False as BOOLEAN)
 as "are_serial_days", 
    
    cast(null as character varying(256))
 as "date_order", 
    
    cast(null as BIGINT)
 as "month_first_line_number"
union all
select 
    
    cast('e.csv' as character varying)
 as "source_file", 
    
    cast(False as BOOLEAN)
 as "has_dates", 
    
    cast(False as BOOLEAN)
 as "are_serial_days", 
    
    cast(null as character varying(256))
 as "date_order", 
    
    cast(null as BIGINT)
 as "month_first_line_number"
union all
select 
    
    cast('f.csv' as character varying)
 as "source_file", 
    
    cast(True as BOOLEAN)
 as "has_dates", 
    
    cast(True as BOOLEAN)
 as "are_serial_days", 
    
    cast(null as character varying(256))
 as "date_order", 
    
    cast(null as BIGINT)
 as "month_first_line_number"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected