with
negative_lines as (
    select * from {{ ref('quintile', 'negative_lines') }}
    where preliminary_class = 'cancellation'
        and (amount < 0 or is_credit_note)
),

negative_invoices as (
    select * from {{ ref('quintile', 'negative_invoices') }}
),

refunded_amounts as (
    select * from {{ ref('quintile', 'refunded_amounts') }}
),

-- A return under the invoice of a sale that counts belongs to that sale, and one under a refunded order to that order.
refunds as (
    select
        negative_lines.line_id,
        negative_lines.customer_id,
        negative_lines.invoice_id,
        coalesce(negative_lines.product, '') as product,
        cast(abs(negative_lines.amount) as decimal(18, 4)) as amount,
        negative_lines.invoiced_at
    from negative_lines
    left join negative_invoices
        on negative_lines.invoice_id_is_given
            and negative_lines.customer_id = negative_invoices.customer_id
            and negative_lines.invoice_id = negative_invoices.invoice_id
    where negative_invoices.customer_id is null
        and negative_lines.customer_id in (select refunded_amounts.customer_id from refunded_amounts)
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
        invoiced_at as happened_at
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

-- A refund before all orders of its amount is none of theirs.
refunds_paired as (
    select
        *,
        balance_change < 0 and balance >= coalesce(
            least(
                0,
                min(balance) over (
                    partition by customer_id, product, amount
                    order by moment_number rows between unbounded preceding and 1 preceding
                )
            ), 0
        ) as is_paired
    from balances_run
),

refunds_kept as (
    select
        line_id,
        customer_id,
        invoice_id,
        product,
        amount,
        is_paired,
        happened_at as refunded_at
    from refunds_paired
    where line_id is not null
)

select * from refunds_kept
