with
line_counts as (
    select * from {{ ref('line_counts') }}
),

steps as (
    select * from {{ ref('cleaning_steps') }}
),

removals_listed as (
    select
        steps.step_number,
        line_counts.invoice_id,
        line_counts.customer_id,
        line_counts.lines,
        case when steps.step = 'kept' then line_counts.net_amount else line_counts.amount end as amount
    from line_counts
    inner join steps on line_counts.line_class = steps.line_class

    union all

    select
        steps.step_number,
        line_counts.invoice_id,
        line_counts.customer_id,
        0 as lines,
        line_counts.amount - line_counts.net_amount as amount
    from line_counts
    inner join steps on steps.step = 'cancelled units'
    where line_counts.line_class = 'sale'
),

lines_removed as (
    select
        step_number,
        sum(lines) as lines,
        sum(amount) as amount
    from removals_listed
    group by step_number
),

{% for id, things in [('invoice_id', 'invoices'), ('customer_id', 'customers')] -%}
{{ things }}_last_seen as (
    select
        {{ id }},
        max(step_number) as step_number
    from removals_listed
    where {{ id }} is not null
    group by {{ id }}
),

{{ things }}_removed as (
    select
        step_number,
        count(*) as {{ things }}
    from {{ things }}_last_seen
    group by step_number
),

{% endfor -%}

removals_joined as (
    select
        steps.step_number,
        steps.step,
        steps.meaning,
        cast(coalesce(lines_removed.lines, 0) as bigint) as lines_removed,
        coalesce(invoices_removed.invoices, 0) as invoices_removed,
        coalesce(customers_removed.customers, 0) as customers_removed,
        cast(coalesce(lines_removed.amount, 0) as decimal(18, 4)) as amount_removed
    from steps
    left join lines_removed on steps.step_number = lines_removed.step_number
    left join invoices_removed on steps.step_number = invoices_removed.step_number
    left join customers_removed on steps.step_number = customers_removed.step_number
)

select * from removals_joined
