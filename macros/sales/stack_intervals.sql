{#-
    Matching to the latest purchase first works like a stack: a purchase lays its size (units or money) on top, a
    cancellation takes from the top. So each covers a range of heights. What a cancellation takes beyond an empty stack
    is not covered. This needs window functions and one join, no recursion, and takes near linear time.
-#}

{#- CTEs from `moves` to `intervals_laid`. -#}
{% macro stack_intervals() %}
moves_ordered as (
    select
        *,
        case when is_cancellation then -size else size end as change,
        cast(row_number() over stack as bigint) as move_number,
        sum(case when is_cancellation then -size else size end) over stack as balance
    from moves
    window stack as (
        partition by customer_id, product
        order by
            invoiced_at, is_cancellation, invoice_id, quantity, unit_price, amount,
            description nulls last, country nulls last, line_id
    )
),

-- A stack cannot go below zero: the lowest balance so far is the size cancelled beyond recorded purchases.
lowest_balances_found as (
    select
        *,
        coalesce(
            min(balance) over (
                partition by customer_id, product
                order by move_number rows between unbounded preceding and 1 preceding
            ), 0
        ) as lowest_balance_before
    from moves_ordered
),

heights_floored as (
    select
        *,
        balance - least(balance, lowest_balance_before, 0) as height,
        balance - change - least(lowest_balance_before, 0) as height_before
    from lowest_balances_found
),

intervals_laid as (
    select
        line_id,
        customer_id,
        product,
        stock_code,
        invoice_id,
        move_number,
        is_cancellation,
        is_measured_in_money,
        quantity,
        amount,
        cast(least(height, height_before) as decimal(38, 4)) as lowest_height,
        cast(greatest(height, height_before) as decimal(38, 4)) as highest_height,
        invoiced_at
    from heights_floored
)
{%- endmacro %}
