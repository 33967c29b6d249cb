with
product_matches as (
    select * from {{ ref('quintile', 'product_matches') }}
),

refund_matches as (
    select * from {{ ref('quintile', 'refund_matches') }}
),

matches_stacked as (
    select
        *,
        0 as is_refund
    from product_matches
    union all
    select
        *,
        1 as is_refund
    from refund_matches
),

matches_run as (
    select
        *,
        sum(amount_taken) over purchase as amount_so_far,
        sum(quantity_taken) over purchase as quantity_so_far,
        max(case when is_measured_in_money then 1 else 0 end) over purchase as is_in_money_so_far
    from matches_stacked
    window purchase as (partition by purchase_line_id order by cancelled_at, is_refund, move_number)
),

-- A refund and the return of a product may both match one purchase; only then can they exceed it.
matches_capped as (
    select
        *,
        least(amount_so_far, purchase_amount) as amount_gone,
        case
            when is_in_money_so_far = 0 then quantity_so_far
            when amount_so_far >= purchase_amount then purchase_quantity
            else least(quantity_so_far, greatest(purchase_quantity - 0.0001, 0))
        end as quantity_gone
    from matches_run
),

differences_taken as (
    select
        *,
        quantity_gone - lag(quantity_gone, 1, cast(0 as decimal(38, 4))) over purchase as quantity_undone,
        amount_gone - lag(amount_gone, 1, cast(0 as decimal(38, 4))) over purchase as amount_undone
    from matches_capped
    window purchase as (partition by purchase_line_id order by cancelled_at, is_refund, move_number)
),

cancellations_summed as (
    select
        *,
        sum(quantity_undone) over cancellation as quantity_matched,
        sum(amount_undone) over cancellation as amount_matched
    from differences_taken
    window cancellation as (partition by cancellation_line_id)
),

rests_computed as (
    select
        cancellation_line_id,
        purchase_line_id,
        customer_id,
        stock_code,
        purchase_invoice_id,
        purchased_at,
        cancelled_at,
        cast(quantity_undone as decimal(18, 4)) as quantity_undone,
        cast(amount_undone as decimal(18, 4)) as amount_undone,
        cast(
            cancelled_units - case
                when is_measured_in_money
                    then {{ exact_share('cancelled_units', 'amount_matched', 'cancelled_amount') }}
                else quantity_matched
            end as decimal(18, 4)
        ) as unmatched_quantity
    from cancellations_summed
    where quantity_undone > 0 or amount_undone > 0
)

select * from rests_computed
