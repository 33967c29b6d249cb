with
refunds as (
    select * from {{ ref('quintile', 'negative_lines_classified') }}
    where line_class = 'cancellation' and product is null
),

order_charges as (
    select * from {{ ref('quintile', 'order_charges') }}
),

-- The amount of a refund may be what an order cost, or what its products cost.
moments_stacked as (
    {% for amount, condition in [
        ('charged_amount', ''), ('product_amount', 'where product_amount != charged_amount')
    ] -%}
    select
        customer_id,
        {{ amount }} as amount,
        charged_at as happened_at,
        invoice_id,
        cast(null as bigint) as line_id,
        cast(null as decimal(18, 4)) as quantity,
        cast(null as decimal(18, 4)) as unit_price,
        product_amount,
        replaced_at
    from order_charges
    {{ condition }}
    union all
    {% endfor -%}
    select
        customer_id,
        abs(amount) as amount,
        invoiced_at as happened_at,
        invoice_id,
        line_id,
        quantity,
        unit_price,
        cast(null as decimal(18, 4)) as product_amount,
        cast(null as timestamp) as replaced_at
    from refunds
),

moments_numbered as (
    select
        *,
        row_number() over (
            partition by customer_id, amount
            order by
                happened_at, case when line_id is null then 0 else 1 end,
                invoice_id, quantity, unit_price, product_amount, line_id
        ) as moment_number
    from moments_stacked
),

latest_charges_found as (
    select
        *,
        max(case when line_id is null then moment_number end) over moments as charge_number,
        count(line_id) over moments as refunds,
        moment_number - count(line_id) over moments as charges
    from moments_numbered
    window moments as (partition by customer_id, amount order by moment_number)
),

charges_joined as (
    select
        latest_charges_found.line_id,
        moments_numbered.product_amount
    from latest_charges_found
    inner join moments_numbered
        on latest_charges_found.customer_id = moments_numbered.customer_id
            and latest_charges_found.amount = moments_numbered.amount
            and latest_charges_found.charge_number = moments_numbered.moment_number
    where latest_charges_found.line_id is not null
        and latest_charges_found.refunds <= latest_charges_found.charges
        and coalesce(latest_charges_found.happened_at < moments_numbered.replaced_at, true)
),

refunds_sized as (
    select
        refunds.line_id,
        refunds.customer_id,
        refunds.stock_code,
        refunds.invoice_id,
        refunds.description,
        refunds.country,
        refunds.quantity,
        refunds.unit_price,
        cast(-coalesce(charges_joined.product_amount, abs(refunds.amount)) as decimal(18, 4)) as amount,
        refunds.invoiced_at
    from refunds
    left join charges_joined on refunds.line_id = charges_joined.line_id
)

select * from refunds_sized
