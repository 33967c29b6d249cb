{#- 2024年1月5日 is 2024-1-5. -#}
{%- set signs_unified = translated(composed("cell_text"), "−|年月日년월일", "- -- -- ") -%}

with
texts as (
    select distinct cell_text from {{ ref('quintile', 'cell_texts') }}
    where column_name = 'invoiced_at'
        and cell_text is not null
),

characters_unified as (
    select
        cell_text,
        lower(trim({{ replaced(signs_unified, "[" ~ blanks() ~ "]+", " ") }})) as unified
    from texts
),

times_told_apart as (
    select
        cell_text,
        unified,
        {{ time_parts(time_after_day('unified')) }} as parts
    from characters_unified
),

parts_named as (
    select
        cell_text,
        unified,
        {{ replaced("split_part(parts, '|', 1)", "[ ,]+$", "") }} as day_text,
        split_part(parts, '|', 2) as hour_text,
        split_part(parts, '|', 3) as minute_text,
        split_part(parts, '|', 4) as second_text,
        split_part(parts, '|', 5) as fraction,
        split_part(parts, '|', 6) as half,
        split_part(parts, '|', 7) as zone_text
    from times_told_apart
)

select * from parts_named
