with
lines as (
    select * from {{ ref('quintile', 'stg_invoice_lines') }}
    where status is not null
),

order_statuses as (
    select * from {{ ref('quintile', 'status_rules') }}
),

statuses_summed as (
    select
        status,
        count(*) as lines,
        cast(sum(amount) as decimal(38, 4)) as amount
    from lines
    group by status
),

statuses_spelled as (
    select
        *,
        {{ status_spelling('status') }} as spelling
    from statuses_summed
),

statuses_looked_up as (
    select
        statuses_spelled.status,
        order_statuses.status is not null as is_known,
        coalesce(order_statuses.counts, true) as counts,
        order_statuses.kind,
        statuses_spelled.lines,
        statuses_spelled.amount
    from statuses_spelled
    left join order_statuses on statuses_spelled.spelling = order_statuses.status
)

select * from statuses_looked_up
