with
lines as (
    select * from {{ ref('lines_preclassified') }}
    where preliminary_class = 'cancellation'
),

products_listed as (
    select distinct
        customer_id,
        product
    from lines
)

select * from products_listed
