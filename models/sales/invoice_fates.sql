with
invoice_totals as (
    select * from {{ ref('quintile', 'invoice_totals') }}
),

repeated_lines as (
    select * from {{ ref('quintile', 'repeated_lines') }}
),

rejected_lines as (
    select * from {{ ref('quintile', 'rejected_lines') }}
),

fates_stacked as (
    select
        invoice_id,
        customer_id,
        line_class,
        lines,
        amount,
        net_amount
    from invoice_totals
    union all
    select
        invoice_id,
        customer_id,
        'repeated' as line_class,
        count(*) as lines,
        cast(sum(amount) as decimal(18, 4)) as amount,
        cast(0 as decimal(18, 4)) as net_amount
    from repeated_lines
    group by invoice_id, customer_id
    union all
    select
        null as invoice_id,
        null as customer_id,
        'rejected' as line_class,
        count(*) as lines,
        cast(0 as decimal(18, 4)) as amount,
        cast(0 as decimal(18, 4)) as net_amount
    from rejected_lines
    having count(*) > 0
)

select * from fates_stacked
