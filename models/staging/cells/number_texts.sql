with
texts as (
    select distinct cell_text from {{ ref('quintile', 'cell_texts') }}
    where column_name in ('quantity', 'unit_price', 'amount')
        and cell_text is not null
),

currency_signs as (
    select distinct sign from {{ ref('quintile', 'currency_signs') }}
),

characters_unified as (
    select
        cell_text,
        upper(trim(
            {{ replaced(translated("cell_text", "−‒–—﹣－’‘´`|", "------'''' "), "[" ~ blanks() ~ "]+", " ") }}
        )) as unified
    from texts
),

-- A dash after the decimal mark stands for no cents: 22.- is 22.00.
cents_written as (
    select
        cell_text,
        {{ replaced('unified', "([0-9][.,]) ?--?([^0-9]*)$", "\\100\\2") }} as unified
    from characters_unified
),

parts_told_apart as (
    select
        cell_text,
        {{ number_parts('unified') }} as parts
    from cents_written
),

parts_named as (
    select
        cell_text,
        split_part(parts, '|', 1) as marks,
        {{ replaced("split_part(parts, '|', 2)", "[.]$", "") }} as sign_before,
        {{ replaced("split_part(parts, '|', 3)", "[.]$", "") }} as sign_after,
        trim(split_part(parts, '|', 4)) as digits
    from parts_told_apart
),

signs_recognised as (
    select
        parts_named.*,
        case
            when parts_named.marks in ('', '+') then ''
            when parts_named.marks in ('-', '()') then '-'
        end as number_sign,
        trim(parts_named.sign_before || ' ' || parts_named.sign_after) as currency_sign,
        (parts_named.sign_before = '' or signs_before.sign is not null)
        and (parts_named.sign_after = '' or signs_after.sign is not null) as is_money
    from parts_named
    left join currency_signs as signs_before on parts_named.sign_before = signs_before.sign
    left join currency_signs as signs_after on parts_named.sign_after = signs_after.sign
),

shapes_named as (
    select
        *,
        case when number_sign is not null and is_money then {{ number_shape('digits') }} end as shape
    from signs_recognised
),

numbers_read as (
    select
        cell_text,
        shape,
        case when shape is not null then currency_sign else '' end as currency_sign,
        case
            when shape in ('plain', 'point', 'either')
                then try_cast(number_sign || {{ translated("digits", ", '", "") }} as decimal(18, 4))
        end as number_with_points,
        case
            when shape in ('plain', 'comma', 'either')
                then try_cast(number_sign || {{ translated("digits", ",. '", ".") }} as decimal(18, 4))
        end as number_with_commas,
        case
            when shape = 'point' then try_cast(number_sign || {{ translated("digits", ", '", "") }} as double)
            when shape = 'comma' then try_cast(number_sign || {{ translated("digits", ",. '", ".") }} as double)
        end as unrounded_number
    from shapes_named
)

select * from numbers_read
