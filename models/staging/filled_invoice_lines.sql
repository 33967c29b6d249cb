{%- set numbers = ["quantity", "unit_price", "amount"] -%}

with
lines as (
    select * from {{ ref('quintile', 'typed_invoice_lines') }}
),

statuses_not_counted as (
    select distinct status from {{ ref('quintile', 'status_rules') }}
    where not counts
),

empty_numbers_told as (
    select
        *,
        {% for name in numbers -%}
        {{ name }}_is_given and {{ name }}_typed is null and {{ name }}_misfit is null
        and coalesce({{ without_blanks_around(name ~ "_text") }}, '') = '' as {{ name }}_is_empty,
        {% endfor -%}
        nullif({{ without_blanks_around('status') }}, '') as status_given
    from lines
),

statuses_spelled as (
    select
        *,
        case
            when quantity_is_empty or unit_price_is_empty or amount_is_empty then {{ status_spelling("status_given") }}
        end as status_spelled
    from empty_numbers_told
),

-- Amazon leaves the price of a cancelled order empty.
empty_numbers_zeroed as (
    select
        statuses_spelled.*,
        {% for name in numbers -%}
        case
            when {{ name }}_is_empty and statuses_not_counted.status is not null then 0
            else {{ name }}_typed
        end as {{ name }}_known{{ "," if not loop.last }}
        {% endfor %}
    from statuses_spelled
    left join statuses_not_counted on statuses_spelled.status_spelled = statuses_not_counted.status
),

ids_and_quantities_filled as (
    select
        *,
        case
            when invoice_id_is_given then invoice_id_read
            else coalesce(customer_id || ' ', '') || cast(cast(invoiced_at as date) as string)
        end as invoice_id,
        case
            when quantity_is_empty and amount_is_given and amount_known < 0 then 0
            when quantity_is_given then quantity_known
            when amount_known < 0 then -1
            else 1
        end as quantity
    from empty_numbers_zeroed
),

-- Some exports write a return with a minus before quantity, price and amount.
money_computed as (
    select
        *,
        case
            when amount_is_given then amount_known
            when price_rest != 0
                then {{ money_product('quantity', 'unit_price_known') }}
                    + try_cast(round(cast(quantity as double) * price_rest, 4) as decimal(18, 4))
            else {{ money_product('quantity', 'unit_price_known') }}
        end as amount,
        case
            when unit_price_is_given and quantity < 0 and amount_known < 0 then abs(unit_price_known)
            when unit_price_is_given then unit_price_known
            when quantity = 0 then 0
            else try_cast(abs(amount_known / quantity) as decimal(18, 4))
        end as unit_price
    from ids_and_quantities_filled
)

select * from money_computed
