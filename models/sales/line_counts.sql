with
invoice_lines as (
    select * from {{ ref('invoice_lines') }}
),

repeated_lines as (
    select * from {{ ref('repeated_lines') }}
),

rejected_lines as (
    select * from {{ ref('rejected_lines') }}
),

fates_stacked as (
    select
        invoice_id,
        customer_id,
        line_class,
        amount,
        net_amount
    from invoice_lines
    union all
    select
        invoice_id,
        customer_id,
        'repeated' as line_class,
        amount,
        0 as net_amount
    from repeated_lines
    union all
    select
        null as invoice_id,
        null as customer_id,
        'rejected' as line_class,
        0 as amount,
        0 as net_amount
    from rejected_lines
),

lines_counted as (
    select
        invoice_id,
        customer_id,
        line_class,
        count(*) as lines,
        cast(sum(amount) as decimal(18, 4)) as amount,
        cast(sum(net_amount) as decimal(18, 4)) as net_amount
    from fates_stacked
    group by invoice_id, customer_id, line_class
)

select * from lines_counted
