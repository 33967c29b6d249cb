{%- set decimal_mark = setting("decimal_mark") -%}

with
cell_texts as (
    select * from {{ ref('quintile', 'cell_texts') }}
    where column_name in ('quantity', 'unit_price', 'amount')
),

number_texts as (
    select * from {{ ref('quintile', 'number_texts') }}
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
            {% if decimal_mark != "auto" -%}
            when true then '{{ decimal_mark }}'
            {% endif -%}
            when proves_point and proves_comma then null
            when proves_point then 'point'
            when proves_comma then 'comma'
            when some_column_proves_point and not some_column_proves_comma then 'point'
            when some_column_proves_comma and not some_column_proves_point then 'comma'
        end as decimal_mark,
        {{ "true" if decimal_mark != "auto" else "proves_comma" }} as points_may_group,
        proves_point,
        proves_comma,
        point_line_number,
        comma_line_number,
        ambiguous_lines
    from files_overlooked
)

select * from marks_inferred
