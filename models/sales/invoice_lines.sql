with
lines as (
    select * from {{ ref('lines_preclassified') }}
),

as_of as (
    select * from {{ ref('as_of') }}
),

cancellation_matches as (
    select * from {{ ref('cancellation_matches') }}
),

units_matched as (
    select
        purchase_line_id as line_id,
        cast(sum(quantity_undone) as decimal(18, 4)) as quantity_undone,
        0 as quantity_matched
    from cancellation_matches
    group by purchase_line_id

    union all

    select
        cancellation_line_id as line_id,
        0 as quantity_undone,
        cast(sum(quantity_undone) as decimal(18, 4)) as quantity_matched
    from cancellation_matches
    group by cancellation_line_id
),

lines_classified as (
    select
        lines.*,
        case
            when lines.invoiced_at >= as_of.as_of_date then 'after_as_of'
            when lines.preliminary_class = 'sale' and units_matched.quantity_undone = lines.quantity
                then 'cancelled_sale'
            {% if setting('match_cancellations') -%}
            when lines.preliminary_class = 'cancellation' and units_matched.line_id is null
                then 'unmatched_cancellation'
            {% endif -%}
            else lines.preliminary_class
        end as line_class,
        coalesce(units_matched.quantity_undone, 0) as quantity_undone,
        coalesce(units_matched.quantity_matched, 0) as quantity_matched
    from lines
    cross join as_of
    left join units_matched on lines.line_id = units_matched.line_id
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

        quantity,
        unit_price,
        amount,
        case when line_class = 'sale' then quantity - quantity_undone else 0 end as net_quantity,
        cast(
            case when line_class = 'sale' then {{ net_amount('quantity_undone') }} else 0 end as decimal(18, 4)
        ) as net_amount,
        case
            when
                preliminary_class = 'cancellation' and line_class != 'after_as_of'
                then cancelled_units - quantity_matched
        end
            as unmatched_quantity,

        invoiced_at
    from lines_classified
)

select * from net_computed
