with
cancellations as (
    select * from {{ ref('quintile', 'negative_lines_classified') }}
    where line_class = 'cancellation'
        and {{ setting('match_cancellations') }}
),

products_listed as (
    select
        customer_id,
        product,
        min(case when is_told_in_units then 1 else 0 end) = 0 as is_measured_in_money
    from cancellations
    group by customer_id, product
)

select * from products_listed
