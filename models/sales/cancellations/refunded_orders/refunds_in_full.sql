with
refunds as (
    select * from {{ ref('quintile', 'separate_refunds') }}
),

refunded_amounts as (
    select * from {{ ref('quintile', 'refunded_amounts') }}
),

moments_stacked as (
    select
        null as line_id,
        customer_id,
        null as invoice_id,
        product,
        1 as balance_change,
        amount,
        ordered_at as happened_at
    from refunded_amounts
    union all
    select
        line_id,
        customer_id,
        invoice_id,
        product,
        -1 as balance_change,
        amount,
        refunded_at as happened_at
    from refunds
),

balances_run as (
    select
        *,
        sum(balance_change) over moments as balance,
        row_number() over moments as moment_number
    from moments_stacked
    window moments as (
        partition by customer_id, product, amount
        order by happened_at asc, balance_change desc, invoice_id asc, line_id asc
    )
),

lowest_balances_found as (
    select
        *,
        min(balance) over (
            partition by customer_id, product, amount
            order by moment_number rows between unbounded preceding and 1 preceding
        ) as lowest_balance_before
    from balances_run
),

-- A refund before all orders of its amount is none of theirs.
refunds_paired as (
    select
        line_id,
        customer_id,
        invoice_id,
        product,
        amount,
        balance >= least(coalesce(lowest_balance_before, 0), 0) as is_paired,
        happened_at as refunded_at
    from lowest_balances_found
    where balance_change < 0
)

select * from refunds_paired
