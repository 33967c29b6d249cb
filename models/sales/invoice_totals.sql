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

lines_summed as (
    select
        invoice_id,
        customer_id,
        line_class,
        invoiced_at,
        count(*) as lines,
        sum(quantity) as units,
        sum(net_quantity) as net_units,
        sum(amount) as amount,
        sum(net_amount) as net_amount
    from invoice_lines
    group by invoice_id, customer_id, line_class, invoiced_at
),

purchases_kept as (
    select
        *,
        line_class != 'discount' as is_purchase
    from lines_summed
    where line_class in ('sale', 'cancelled_sale', 'discount')
),

{{ lines_ordered('purchases_kept') }},

fates_stacked as (
    select
        invoice_id,
        customer_id,
        line_class,
        ordered_at,
        invoiced_at,
        lines,
        units,
        net_units,
        amount,
        net_amount
    from lines_ordered
    union all
    select
        invoice_id,
        customer_id,
        line_class,
        cast(null as timestamp) as ordered_at,
        invoiced_at,
        lines,
        units,
        net_units,
        amount,
        net_amount
    from lines_summed
    where line_class not in ('sale', 'cancelled_sale', 'discount')
    union all
    select
        invoice_id,
        customer_id,
        'repeated' as line_class,
        cast(null as timestamp) as ordered_at,
        cast(null as timestamp) as invoiced_at,
        count(*) as lines,
        0 as units,
        0 as net_units,
        sum(amount) as amount,
        0 as net_amount
    from repeated_lines
    group by invoice_id, customer_id
    union all
    select
        null as invoice_id,
        null as customer_id,
        'rejected' as line_class,
        cast(null as timestamp) as ordered_at,
        cast(null as timestamp) as invoiced_at,
        count(*) as lines,
        0 as units,
        0 as net_units,
        0 as amount,
        0 as net_amount
    from rejected_lines
    having count(*) > 0
),

sums_typed as (
    select
        invoice_id,
        customer_id,
        line_class,

        lines,
        cast(units as decimal(18, 4)) as units,
        cast(net_units as decimal(18, 4)) as net_units,
        cast(amount as decimal(18, 4)) as amount,
        cast(net_amount as decimal(18, 4)) as net_amount,

        ordered_at,
        invoiced_at
    from fates_stacked
)

select * from sums_typed
