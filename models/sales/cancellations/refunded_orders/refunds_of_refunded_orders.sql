with
refunds_in_full as (
    select * from {{ ref('quintile', 'refunds_in_full') }}
    where is_paired
),

refunds_in_parts as (
    select * from {{ ref('quintile', 'refunds_in_parts') }}
),

refunds_stacked as (
    select
        line_id,
        customer_id
    from refunds_in_full
    union all
    select
        line_id,
        customer_id
    from refunds_in_parts
)

select * from refunds_stacked
