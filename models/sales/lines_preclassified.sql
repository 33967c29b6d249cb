{#- Files of other shops may have no cancellation ids at all: then a negative amount is a cancellation. -#}
{%- set ids_may_be_missing = setting('invoice_columns') or some_file_has('amount') -%}
{%- set is_cancellation -%}
{{ matches('lines.invoice_id', text_literal(setting('cancellation_pattern'))) }}
{%- if ids_may_be_missing %} or (lines.amount < 0 and not cancellation_ids.are_used){% endif %}
{%- endset -%}

with
lines as (
    select * from {{ ref('stg_invoice_lines') }}
),

non_products as (
    select * from {{ ref('non_products') }}
),

{% if ids_may_be_missing %}
cancellation_ids as (
    select
        count(*) > 0 as are_used
    from lines
    where {{ matches('invoice_id', text_literal(setting('cancellation_pattern'))) }}
),
{% endif %}

kinds_named as (
    select
        lines.*,
        case
            when lines.customer_id is null then 'no_customer'
            {% if setting('products_only') -%}
            when non_products.stock_code is not null then 'non_product'
            {% endif -%}
            when {{ is_cancellation }} then 'cancellation'
            when lines.unit_price < 0 then 'adjustment'
            when lines.quantity <= 0 then 'invalid_quantity'
            when lines.unit_price = 0 then 'invalid_price'
            else 'sale'
        end as preliminary_class
    from lines
    left join non_products on lines.stock_code = non_products.stock_code
    {% if ids_may_be_missing %} cross join cancellation_ids {% endif %}
),

-- What a cancellation and its purchases have in common; without quantities, the amount too.
products_named as (
    select
        *,
        coalesce(stock_code, cast(abs(unit_price) as string))
        || case when not quantity_is_given then ' ' || cast(abs(amount) as string) else '' end as product,
        cast(
            case
                when preliminary_class != 'cancellation' then 0
                when amount < 0 then abs(quantity)
                else greatest(-quantity, 0)
            end as decimal(18, 4)
        ) as cancelled_units
    from kinds_named
)

select * from products_named
