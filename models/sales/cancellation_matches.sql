with
moves as (
    select * from {{ ref('cancellation_ledger') }}
    where highest_height > lowest_height
),

edges_found as (
    select
        customer_id,
        product,
        lowest_height as height
    from moves
    union
    select
        customer_id,
        product,
        highest_height as height
    from moves
),

slices_cut as (
    select
        customer_id,
        product,
        height,
        (lead(height) over stack) - height as units,
        row_number() over stack as slice_number
    from edges_found
    window stack as (partition by customer_id, product order by height)
),

-- Slices are numbered, so that no move is compared with every slice of a large stack.
moves_sliced as (
    select
        moves.*,
        {{ each_number('lowest_slices.slice_number', 'next_slices.slice_number - 1') }} as slice_number
    from moves
    inner join slices_cut as lowest_slices
        on moves.customer_id = lowest_slices.customer_id and moves.product = lowest_slices.product
            and moves.lowest_height = lowest_slices.height
    inner join slices_cut as next_slices
        on moves.customer_id = next_slices.customer_id and moves.product = next_slices.product
            and moves.highest_height = next_slices.height
),

-- Within a slice purchases and cancellations alternate: what is taken is what was laid there last.
slices_paired as (
    select
        moves_sliced.*,
        slices_cut.units,
        lag(moves_sliced.line_id) over slice as purchase_line_id,
        lag(moves_sliced.invoiced_at) over slice as purchased_at
    from moves_sliced
    inner join slices_cut
        on moves_sliced.customer_id = slices_cut.customer_id
            and moves_sliced.product = slices_cut.product
            and moves_sliced.slice_number = slices_cut.slice_number
    window slice as (
        partition by moves_sliced.customer_id, moves_sliced.product, moves_sliced.slice_number
        order by moves_sliced.move_number
    )
),

pairs_summed as (
    select
        line_id as cancellation_line_id,
        purchase_line_id,
        customer_id,
        stock_code,
        purchased_at,
        invoiced_at as cancelled_at,
        cast(sum(units) as decimal(18, 4)) as quantity_undone,
        cast(max(cancelled_units - (highest_height - lowest_height)) as decimal(18, 4)) as unmatched_quantity
    from slices_paired
    where is_cancellation
    group by line_id, purchase_line_id, customer_id, stock_code, purchased_at, invoiced_at
)

select * from pairs_summed
