
    

    create  table
      "shop"."main_quintile"."number_texts__dbt_tmp"
  
    
    as (
      with
texts as (
    select distinct cell_text from "shop"."main_quintile"."cell_texts"
    where column_name in ('quantity', 'unit_price', 'amount')
        and cell_text is not null
),

currency_signs as (
    select distinct sign from "shop"."main_quintile"."currency_signs"
),

characters_unified as (
    select
        cell_text,
        upper(trim(
            regexp_replace(translate(cell_text, '−‒–﹣－’‘´`|', '-----'''''''' '), '[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]+', ' ', 'g')
        )) as unified
    from texts
),

parts_told_apart as (
    select
        cell_text,
        regexp_replace(unified, '^([-+(]*) ?(\p{L}{0,3}\p{Sc}\p{L}{0,2}|\p{Lu}{3}|\p{L}{1,4}[.]?)? ?([-+(]*) ?([0-9.,'' ]*[0-9][.,]?) ?([-+)]*) ?(\p{L}{0,3}\p{Sc}\p{L}{0,2}|\p{Lu}{3}|\p{L}{1,4}[.]?)? ?([-+)]*)$', '\1\3\5\7|\2|\6|\4', 'g') as parts
    from characters_unified
),

parts_named as (
    select
        cell_text,
        split_part(parts, '|', 1) as marks,
        regexp_replace(split_part(parts, '|', 2), '[.]$', '', 'g') as sign_before,
        regexp_replace(split_part(parts, '|', 3), '[.]$', '', 'g') as sign_after,
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
        case when number_sign is not null and is_money then case
        when regexp_matches(digits, '^(?:[1-9][0-9]{0,2}[.,][0-9]{3})$') then 'either'
        when regexp_matches(digits, '^(?:[0-9]+|[1-9][0-9]{0,2}(?: [0-9]{3})+|[1-9][0-9]{0,2}(?:''[0-9]{3})+)$') then 'plain'
        when regexp_matches(digits, '^(?:(?:[0-9]*|[1-9][0-9]{0,2}(?: [0-9]{3})+|[1-9][0-9]{0,2}(?:''[0-9]{3})+|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}|[1-9][0-9]{0,2}(?:,[0-9]{3})+)[.][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3})$') then 'point'
        when regexp_matches(digits, '^(?:(?:[0-9]*|[1-9][0-9]{0,2}(?: [0-9]{3})+|[1-9][0-9]{0,2}(?:''[0-9]{3})+|[1-9][0-9]{0,2}(?:[.][0-9]{3})+),[0-9]+|[1-9][0-9]{0,2}(?:[.][0-9]{3}){2,})$') then 'comma'
    end end as shape
    from signs_recognised
),

numbers_read as (
    select
        cell_text,
        shape,
        case when shape is not null then currency_sign else '' end as currency_sign,
        case
            when shape in ('plain', 'point', 'either')
                then try_cast(number_sign || translate(digits, ', ''', '') as decimal(18, 4))
        end as number_with_points,
        case
            when shape in ('plain', 'comma', 'either')
                then try_cast(number_sign || translate(digits, ',. ''', '.') as decimal(18, 4))
        end as number_with_commas
    from shapes_named
)

select * from numbers_read
    );
    
  