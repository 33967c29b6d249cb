with
lines as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
),

line_outcomes as (
    select * from {{ ref('quintile', 'line_outcomes') }}
),

lines_classified as (
    select
        lines.*,
        case
            when lines.preliminary_class = 'sale' and line_outcomes.quantity_undone = lines.quantity
                then 'cancelled_sale'
            else coalesce(line_outcomes.line_class, lines.preliminary_class)
        end as line_class,
        coalesce(line_outcomes.quantity_undone, 0) as quantity_undone,
        coalesce(line_outcomes.amount_undone, 0) as amount_undone,
        line_outcomes.unmatched_quantity
    from lines
    left join line_outcomes on lines.line_id = line_outcomes.line_id
),

net_computed as (
    select
        line_id,
        invoice_id,
        customer_id,
        stock_code,

        line_class,
        description,
        country,
        status,

        quantity,
        unit_price,
        amount,
        cast(
            case when line_class = 'sale' then quantity - quantity_undone else 0 end as decimal(18, 4)
        ) as net_quantity,
        cast(
            case when line_class in ('sale', 'discount') then amount - amount_undone else 0 end as decimal(18, 4)
        ) as net_amount,
        cast(unmatched_quantity as decimal(18, 4)) as unmatched_quantity,

        invoiced_at
    from lines_classified
)

select * from net_computed
