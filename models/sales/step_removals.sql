with
invoice_totals as (
    select * from {{ ref('invoice_totals') }}
),

steps as (
    select * from {{ ref('cleaning_steps') }}
),

classes_summed as (
    select
        line_class,
        sum(lines) as lines,
        sum(amount) as amount,
        sum(net_amount) as net_amount
    from invoice_totals
    group by line_class
),

lines_removed as (
    select
        steps.step_number,
        sum(case when steps.step = 'cancelled units' then 0 else classes_summed.lines end) as lines,
        sum(
            case steps.step
                when 'kept' then classes_summed.net_amount
                when 'cancelled units' then classes_summed.amount - classes_summed.net_amount
                else classes_summed.amount
            end
        ) as amount
    from classes_summed
    inner join steps
        on classes_summed.line_class = steps.line_class
            or (classes_summed.line_class = 'sale' and steps.step = 'cancelled units')
    group by steps.step_number
),

{% for id, things in [('invoice_id', 'invoices'), ('customer_id', 'customers')] -%}
{{ things }}_last_seen as (
    select
        invoice_totals.{{ id }},
        max(steps.step_number) as step_number
    from invoice_totals
    inner join steps on invoice_totals.line_class = steps.line_class
    where invoice_totals.{{ id }} is not null
    group by invoice_totals.{{ id }}
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
