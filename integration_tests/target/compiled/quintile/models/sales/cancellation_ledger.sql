with
cancelled_products as (
    select * from "shop"."main_quintile"."cancelled_products"
    where product is not null
),

sales as (
    select * from "shop"."main_quintile"."lines_preclassified"
    where preliminary_class = 'sale'
),

cancellations as (
    select * from "shop"."main_quintile"."negative_lines_classified"
    where line_class = 'cancellation'
),

moves_stacked as (
    select
        line_id,
        customer_id,
        stock_code,
        stock_code as product,
        invoice_id,
        description,
        country,
        False as is_cancellation,
        quantity,
        unit_price,
        amount,
        invoiced_at
    from sales
    union all
    select
        line_id,
        customer_id,
        stock_code,
        product as product,
        invoice_id,
        description,
        country,
        True as is_cancellation,
        quantity,
        unit_price,
        amount,
        invoiced_at
    from cancellations
    
    ),

moves as (
    select
        moves_stacked.*,
        cancelled_products.is_measured_in_money,
        abs(
            case
                when cancelled_products.is_measured_in_money then moves_stacked.amount
                else moves_stacked.quantity
            end
        ) as size
    from moves_stacked
    inner join cancelled_products
        on moves_stacked.customer_id = cancelled_products.customer_id
            and moves_stacked.product = cancelled_products.product
),


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

-- A stack cannot be overdrawn: the lowest balance so far is what was cancelled beyond recorded purchases.
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

select * from intervals_laid