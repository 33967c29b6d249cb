with
cell_texts as (
    select * from {{ ref('quintile', 'cell_texts') }}
),

number_texts as (
    select * from {{ ref('quintile', 'number_texts') }}
    where currency_sign != ''
),

currency_signs as (
    select * from {{ ref('quintile', 'currency_signs') }}
),

signs_collected as (
    select
        source_file,
        first_line_number,
        cell_text as sign
    from cell_texts
    where column_name = 'currency'
    {% for part in [1, 2] -%}
    union all
    select
        cell_texts.source_file,
        cell_texts.first_line_number,
        split_part(number_texts.currency_sign, ' ', {{ part }}) as sign
    from cell_texts
    inner join number_texts on cell_texts.cell_text = number_texts.cell_text
    where cell_texts.column_name in ('unit_price', 'amount')
    {% endfor %}
),

places_found as (
    select
        sign,
        source_file,
        min(first_line_number) as first_line_number,
        row_number() over (partition by sign order by source_file) as file_number
    from signs_collected
    where sign != ''
    group by sign, source_file
),

first_places_kept as (
    select
        sign,
        source_file,
        first_line_number
    from places_found
    where file_number = 1
),

currencies_looked_up as (
    select
        first_places_kept.*,
        coalesce(currency_signs.currency, first_places_kept.sign) as currency
    from first_places_kept
    left join currency_signs on first_places_kept.sign = currency_signs.sign
),

currencies_shared as (
    select currency
    from currencies_looked_up
    group by currency
    having count(*) = (select count(*) from first_places_kept)
),

signs_compared as (
    select
        *,
        (select count(*) from currencies_shared) > 0 as is_of_one_currency
    from first_places_kept
)

select * from signs_compared
