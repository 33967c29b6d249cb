-- A refund known by its amount only undoes money of whatever its customer bought last. What had come back as a product
-- by then is not there to be undone.
with
refunded_customers as (
    select * from "shop"."main_quintile"."cancelled_products"
    where product is null
),

sales as (
    select * from "shop"."main_quintile"."lines_preclassified"
    where preliminary_class = 'sale'
),

refunds as (
    select * from "shop"."main_quintile"."negative_lines_classified"
    where line_class = 'cancellation' and product is null
),

product_matches as (
    select * from "shop"."main_quintile"."product_matches"
),

moves_stacked as (
    select
        line_id,
        customer_id,
        stock_code,
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
        invoice_id,
        description,
        country,
        True as is_cancellation,
        quantity,
        unit_price,
        amount,
        invoiced_at
    from refunds
    
    ),

next_refunds_found as (
    select
        moves_stacked.*,
        min(case when moves_stacked.is_cancellation then moves_stacked.invoiced_at end) over (
            partition by moves_stacked.customer_id
            order by moves_stacked.invoiced_at range between current row and unbounded following
        ) as next_refunded_at
    from moves_stacked
    inner join refunded_customers on moves_stacked.customer_id = refunded_customers.customer_id
),

returns_summed as (
    select
        next_refunds_found.line_id,
        sum(product_matches.amount_taken) as amount_returned
    from next_refunds_found
    inner join product_matches
        on next_refunds_found.line_id = product_matches.purchase_line_id
            and next_refunds_found.next_refunded_at >= product_matches.cancelled_at
    group by next_refunds_found.line_id
),

moves as (
    select
        next_refunds_found.*,
        '' as product,
        true as is_measured_in_money,
        abs(next_refunds_found.amount) - coalesce(returns_summed.amount_returned, 0) as size
    from next_refunds_found
    left join returns_summed on next_refunds_found.line_id = returns_summed.line_id
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