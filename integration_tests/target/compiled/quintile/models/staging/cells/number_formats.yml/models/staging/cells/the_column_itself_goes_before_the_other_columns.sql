with
 __dbt__cte__cell_texts as (

-- Fixture for cell_texts
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('quantity' as character varying)
 as "column_name", 
    
    cast('$1.5' as character varying)
 as "cell_text", 
    
    cast(False as BOOLEAN)
 as "proves_point", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(5 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast(null as character varying(256))
 as "cell_text", 
    
    cast(True as BOOLEAN)
 as "proves_point", 
    
    cast(3 as BIGINT)
 as "lines", 
    
    cast(4 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('quantity' as character varying)
 as "column_name", 
    
    cast('1,000' as character varying)
 as "cell_text", 
    
    cast(False as BOOLEAN)
 as "proves_point", 
    
    cast(2 as BIGINT)
 as "lines", 
    
    cast(6 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,5' as character varying)
 as "cell_text", 
    
    cast(False as BOOLEAN)
 as "proves_point", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(3 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1.234,5' as character varying)
 as "cell_text", 
    
    cast(False as BOOLEAN)
 as "proves_point", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('quantity' as character varying)
 as "column_name", 
    
    cast(null as character varying(256))
 as "cell_text", 
    
    cast(False as BOOLEAN)
 as "proves_point", 
    
    cast(2 as BIGINT)
 as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,5' as character varying)
 as "cell_text", 
    
    cast(False as BOOLEAN)
 as "proves_point", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(3 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast(null as character varying(256))
 as "cell_text", 
    
    cast(True as BOOLEAN)
 as "proves_point", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast('quantity' as character varying)
 as "column_name", 
    
    cast('1,000' as character varying)
 as "cell_text", 
    
    cast(False as BOOLEAN)
 as "proves_point", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('d.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,000' as character varying)
 as "cell_text", 
    
    cast(False as BOOLEAN)
 as "proves_point", 
    
    cast(7 as BIGINT)
 as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
),  __dbt__cte__number_texts as (

-- Fixture for number_texts
select 
    
    cast('1,5' as character varying)
 as "cell_text", 
    
    cast('comma' as character varying)
 as "shape", cast(null as character varying(256)) as "currency_sign", cast(null as DECIMAL(18,4)) as "number_with_points", cast(null as DECIMAL(18,4)) as "number_with_commas"
union all
select 
    
    cast('1.234,5' as character varying)
 as "cell_text", 
    
    cast('comma' as character varying)
 as "shape", cast(null as character varying(256)) as "currency_sign", cast(null as DECIMAL(18,4)) as "number_with_points", cast(null as DECIMAL(18,4)) as "number_with_commas"
union all
select 
    
    cast('$1.5' as character varying)
 as "cell_text", 
    
    cast('point' as character varying)
 as "shape", cast(null as character varying(256)) as "currency_sign", cast(null as DECIMAL(18,4)) as "number_with_points", cast(null as DECIMAL(18,4)) as "number_with_commas"
union all
select 
    
    cast('1,000' as character varying)
 as "cell_text", 
    
    cast('either' as character varying)
 as "shape", cast(null as character varying(256)) as "currency_sign", cast(null as DECIMAL(18,4)) as "number_with_points", cast(null as DECIMAL(18,4)) as "number_with_commas"
), cell_texts as (
    select * from __dbt__cte__cell_texts
    where column_name in ('quantity', 'unit_price', 'amount')
),

number_texts as (
    select * from __dbt__cte__number_texts
),

proofs_collected as (
    select
        cell_texts.source_file,
        cell_texts.column_name,
        min(
            case when cell_texts.proves_point or number_texts.shape = 'point' then cell_texts.first_line_number end
        ) as point_line_number,
        min(case when number_texts.shape = 'comma' then cell_texts.first_line_number end) as comma_line_number,
        max(
            case when cell_texts.proves_point or number_texts.shape = 'point' then 1 else 0 end
        ) = 1 as proves_point,
        max(case when number_texts.shape = 'comma' then 1 else 0 end) = 1 as proves_comma,
        sum(case when number_texts.shape = 'either' then cell_texts.lines else 0 end) as ambiguous_lines
    from cell_texts
    left join number_texts on cell_texts.cell_text = number_texts.cell_text
    group by cell_texts.source_file, cell_texts.column_name
),

files_overlooked as (
    select
        *,
        max(case when proves_point then 1 else 0 end) over (partition by source_file) = 1 as some_column_proves_point,
        max(case when proves_comma then 1 else 0 end) over (partition by source_file) = 1 as some_column_proves_comma
    from proofs_collected
),

marks_inferred as (
    select
        source_file,
        column_name,
        case
            when proves_point and proves_comma then null
            when proves_point then 'point'
            when proves_comma then 'comma'
            when some_column_proves_point and not some_column_proves_comma then 'point'
            when some_column_proves_comma and not some_column_proves_point then 'comma'
        end as decimal_mark,
        proves_comma as points_may_group,
        proves_point,
        proves_comma,
        point_line_number,
        comma_line_number,
        ambiguous_lines
    from files_overlooked
)

select * from marks_inferred