with
lines as (
    select * from {{ ref('line_kinds') }}
    where line_kind = 'cancellation'
),

products_listed as (
    select distinct
        customer_id,
        product
    from lines
)

select * from products_listed
