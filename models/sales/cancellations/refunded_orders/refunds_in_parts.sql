{%- set most_parts = 4 -%}

with
amounts_left as (
    select * from {{ ref('quintile', 'amounts_left_to_refund') }}
),

refunds as (
    select * from {{ ref('quintile', 'refunds_in_full') }}
    where not is_paired
),

refunds_numbered as (
    select
        *,
        row_number() over (partition by customer_id, product order by refunded_at, invoice_id, line_id) as refund_number
    from refunds
),

runs_summed as (
    {% for parts in range(2, most_parts + 1) -%}
    select
        customer_id,
        product,
        refund_number - {{ parts - 1 }} as first_number,
        refund_number as last_number,
        sum(amount) over parts as amount,
        min(refunded_at) over parts as first_refunded_at
    from refunds_numbered
    window parts as (
        partition by customer_id, product
        order by refund_number rows between {{ parts - 1 }} preceding and current row
    )
    {{ 'union all' if not loop.last }}
    {% endfor -%}
),

runs_matched as (
    select
        runs_summed.customer_id,
        runs_summed.product,
        runs_summed.first_number,
        runs_summed.last_number,
        row_number() over (
            partition by amounts_left.customer_id, amounts_left.product, amounts_left.amount
            order by runs_summed.last_number asc, runs_summed.first_number desc
        ) as run_number
    from amounts_left
    inner join runs_summed
        on amounts_left.customer_id = runs_summed.customer_id
            and amounts_left.product = runs_summed.product
            and amounts_left.amount = runs_summed.amount
            and amounts_left.ordered_at <= runs_summed.first_refunded_at
    where runs_summed.first_number > 0
),

parts_listed as (
    select
        customer_id,
        product,
        {{ each_number('first_number', 'last_number') }} as refund_number
    from runs_matched
    where run_number = 1
),

parts_found as (
    select distinct
        refunds_numbered.line_id,
        refunds_numbered.customer_id
    from parts_listed
    inner join refunds_numbered
        on parts_listed.customer_id = refunds_numbered.customer_id
            and parts_listed.product = refunds_numbered.product
            and parts_listed.refund_number = refunds_numbered.refund_number
)

select * from parts_found
