{#- CTEs from `moves`, with non-empty ranges, to `pairs_measured`. -#}
{% macro stack_pairs() %}
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
        (lead(height) over stack) - height as size,
        row_number() over stack as slice_number
    from edges_found
    window stack as (partition by customer_id, product order by height)
),

-- Slices are numbered, so that a move is not compared with every slice of a large stack.
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

-- Within a slice purchases and cancellations alternate: a cancellation takes what was last laid there.
slices_paired as (
    select
        moves_sliced.*,
        slices_cut.size,
        lag(moves_sliced.line_id) over slice as purchase_line_id
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
        line_id,
        purchase_line_id,
        sum(size) as size
    from slices_paired
    where is_cancellation
    group by line_id, purchase_line_id
),

pairs_found as (
    select
        cancellations.line_id as cancellation_line_id,
        cancellations.move_number,
        pairs_summed.purchase_line_id,
        purchases.customer_id,
        purchases.stock_code,
        purchases.invoice_id as purchase_invoice_id,
        purchases.is_measured_in_money,
        pairs_summed.size,
        sum(pairs_summed.size) over (
            partition by pairs_summed.purchase_line_id order by cancellations.move_number
        ) as size_so_far,
        purchases.quantity as purchase_quantity,
        purchases.amount as purchase_amount,
        abs(cancellations.quantity) as cancelled_units,
        abs(cancellations.amount) as cancelled_amount,
        purchases.invoiced_at as purchased_at,
        cancellations.invoiced_at as cancelled_at
    from pairs_summed
    inner join moves as cancellations on pairs_summed.line_id = cancellations.line_id
    inner join moves as purchases on pairs_summed.purchase_line_id = purchases.line_id
),

-- In proportion, since a line may have a discount, so that its amount is less than quantity x unit price.
pairs_measured as (
    select
        *,
        {% for measure, flag, other in [
            ('quantity', 'not is_measured_in_money', 'amount'), ('amount', 'is_measured_in_money', 'quantity')
        ] -%}
        case
            when {{ flag }} then cast(size as decimal(18, 4))
            else {{ exact_share('purchase_' ~ measure, 'size_so_far', 'purchase_' ~ other) }}
                - {{ exact_share('purchase_' ~ measure, 'size_so_far - size', 'purchase_' ~ other) }}
        end as {{ measure }}_taken{{ ',' if not loop.last }}
        {% endfor -%}
    from pairs_found
)
{%- endmacro %}
