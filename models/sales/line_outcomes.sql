with
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
)

select * from outcomes_stacked
