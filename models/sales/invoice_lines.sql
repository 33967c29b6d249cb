with
lines as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

negative_lines as (
    select * from {{ ref('quintile', 'negative_lines_classified') }}
),

cancellation_matches as (
    select * from {{ ref('quintile', 'cancellation_matches') }}
),

order_discounts as (
    select * from {{ ref('quintile', 'order_discounts') }}
),

cancellations_matched as (
    select
        cancellation_line_id,
        max(unmatched_quantity) as unmatched_quantity
    from cancellation_matches
    group by cancellation_line_id
),

outcomes_stacked as (
    select
        purchase_line_id as line_id,
        cast(null as string) as line_class,
        sum(quantity_undone) as quantity_undone,
        sum(amount_undone) as amount_undone,
        cast(null as decimal(18, 4)) as unmatched_quantity
    from cancellation_matches
    group by purchase_line_id

    union all

    select
        negative_lines.line_id,
        case
            when {{ setting('match_cancellations') }} and negative_lines.line_class = 'cancellation'
                and cancellations_matched.cancellation_line_id is null
                then 'unmatched_cancellation'
            else negative_lines.line_class
        end as line_class,
        0 as quantity_undone,
        negative_lines.amount - order_discounts.net_amount as amount_undone,
        case
            when negative_lines.line_class = 'cancellation'
                then coalesce(cancellations_matched.unmatched_quantity, abs(negative_lines.quantity))
        end as unmatched_quantity
    from negative_lines
    left join cancellations_matched on negative_lines.line_id = cancellations_matched.cancellation_line_id
    left join order_discounts on negative_lines.line_id = order_discounts.line_id
),

lines_classified as (
    select
        lines.*,
        case
            when lines.invoiced_at >= as_of.as_of_date then 'after_as_of'
            when lines.preliminary_class = 'sale' and outcomes_stacked.quantity_undone = lines.quantity
                then 'cancelled_sale'
            else coalesce(outcomes_stacked.line_class, lines.preliminary_class)
        end as line_class,
        coalesce(outcomes_stacked.quantity_undone, 0) as quantity_undone,
        coalesce(outcomes_stacked.amount_undone, 0) as amount_undone,
        outcomes_stacked.unmatched_quantity
    from lines
    cross join as_of
    left join outcomes_stacked on lines.line_id = outcomes_stacked.line_id
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
        cast(
            case when line_class != 'after_as_of' then unmatched_quantity end as decimal(18, 4)
        ) as unmatched_quantity,

        invoiced_at
    from lines_classified
)

select * from net_computed
