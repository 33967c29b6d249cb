with
refunded_amounts as (
    select * from {{ ref('quintile', 'refunded_amounts') }}
),

full_refunds as (
    select * from {{ ref('quintile', 'refunds_in_full') }}
    where is_paired
),

full_refunds_counted as (
    select
        customer_id,
        product,
        amount,
        count(*) as refunds
    from full_refunds
    group by customer_id, product, amount
),

-- Of several orders of an amount, the first is looked at: all would take the same refunds.
amounts_left as (
    select
        refunded_amounts.customer_id,
        refunded_amounts.product,
        refunded_amounts.amount,
        min(refunded_amounts.ordered_at) as ordered_at
    from refunded_amounts
    left join full_refunds_counted
        on refunded_amounts.customer_id = full_refunds_counted.customer_id
            and refunded_amounts.product = full_refunds_counted.product
            and refunded_amounts.amount = full_refunds_counted.amount
    where refunded_amounts.amount_number > coalesce(full_refunds_counted.refunds, 0)
    group by refunded_amounts.customer_id, refunded_amounts.product, refunded_amounts.amount
)

select * from amounts_left
