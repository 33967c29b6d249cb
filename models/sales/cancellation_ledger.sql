-- Each customer's units of one product are a stack: a purchase lays units on top, a cancellation takes the topmost.
-- So a move covers an interval of stack heights; what a cancellation takes beyond an empty stack is not covered.
with
lines as (
    select
        *,
        preliminary_class = 'cancellation' as is_cancellation,
        case when preliminary_class = 'cancellation' then -cancelled_units else quantity end as units
    from {{ ref('lines_preclassified') }}
    where preliminary_class in ('sale', 'cancellation') and {{ setting('match_cancellations') }}
),

as_of as (
    select * from {{ ref('as_of') }}
),

cancelled_products as (
    select * from {{ ref('cancelled_products') }}
),

moves_ordered as (
    select
        lines.*,
        row_number() over (
            partition by lines.customer_id, lines.product
            order by
                lines.invoiced_at, lines.is_cancellation, lines.invoice_id, lines.quantity, lines.unit_price,
                lines.description nulls last, lines.country nulls last, lines.line_id
        ) as move_number
    from lines
    inner join as_of on lines.invoiced_at < as_of.as_of_date
    inner join cancelled_products
        on lines.customer_id = cancelled_products.customer_id and lines.product = cancelled_products.product
),

balances_summed as (
    select
        *,
        sum(units) over (partition by customer_id, product order by move_number) as balance
    from moves_ordered
),

-- A stack cannot be overdrawn: the lowest balance so far is what cancellations asked for in vain.
lowest_balances_found as (
    select
        *,
        coalesce(
            min(balance) over (
                partition by customer_id, product
                order by move_number rows between unbounded preceding and 1 preceding
            ), 0
        ) as lowest_balance_before
    from balances_summed
),

heights_floored as (
    select
        *,
        balance - least(balance, lowest_balance_before, 0) as height,
        balance - units - least(lowest_balance_before, 0) as height_before
    from lowest_balances_found
),

intervals_laid as (
    select
        line_id,
        customer_id,
        product,
        cast(move_number as bigint) as move_number,
        is_cancellation,
        stock_code,
        cancelled_units,
        cast(least(height, height_before) as decimal(38, 4)) as lowest_height,
        cast(greatest(height, height_before) as decimal(38, 4)) as highest_height,
        invoiced_at
    from heights_floored
)

select * from intervals_laid
