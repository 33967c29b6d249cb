with
invoice_fates as (
    select * from {{ ref('quintile', 'invoice_fates') }}
),

steps as (
    select * from {{ ref('quintile', 'cleaning_steps') }}
),

classes_summed as (
    select
        line_class,
        sum(lines) as lines,
        sum(amount) as amount,
        sum(net_amount) as net_amount
    from invoice_fates
    group by line_class
),

lines_removed as (
    select
        steps.step_number,
        coalesce(sum(case when classes_summed.line_class = steps.line_class then classes_summed.lines end), 0) as lines,
        coalesce(
            sum(
                case
                    when steps.step = 'kept' then classes_summed.net_amount
                    when classes_summed.line_class = steps.line_class then classes_summed.amount
                    when steps.step = 'cancelled units' and classes_summed.line_class = 'sale'
                        then classes_summed.amount - classes_summed.net_amount
                    when steps.step = 'discounted' and classes_summed.line_class = 'discount'
                        then -classes_summed.net_amount
                end
            ), 0
        ) as amount
    from steps
    left join classes_summed on true
    group by steps.step_number
),

{% for id, things in [('invoice_id', 'invoices'), ('customer_id', 'customers')] -%}
{{ things }}_last_seen as (
    select
        invoice_fates.{{ id }},
        max(steps.step_number) as step_number
    from invoice_fates
    inner join steps on invoice_fates.line_class = steps.line_class
    where invoice_fates.{{ id }} is not null
    group by invoice_fates.{{ id }}
),

{{ things }}_removed as (
    select
        step_number,
        count(*) as {{ things }}
    from {{ things }}_last_seen
    group by step_number
),

{% endfor -%}

-- The amounts before a step are the sum of what this and all later steps remove or keep.
funnel_laid_out as (
    select
        steps.step_number,
        steps.step,
        steps.meaning,
        {% for measure, removed, type in [
            ('lines', 'lines_removed.lines', 'bigint'),
            ('invoices', 'coalesce(invoices_removed.invoices, 0)', 'bigint'),
            ('customers', 'coalesce(customers_removed.customers, 0)', 'bigint'),
            ('amount', 'lines_removed.amount', 'decimal(18, 4)'),
        ] -%}
        cast(sum({{ removed }}) over remaining as {{ type }}) as {{ measure }}_before,
        cast({{ removed }} as {{ type }}) as {{ measure }}_removed,
        cast((sum({{ removed }}) over remaining) - {{ removed }} as {{ type }}) as {{ measure }}_after
        {{- ',' if not loop.last }}
        {% endfor -%}
    from steps
    inner join lines_removed on steps.step_number = lines_removed.step_number
    left join invoices_removed on steps.step_number = invoices_removed.step_number
    left join customers_removed on steps.step_number = customers_removed.step_number
    window remaining as (order by steps.step_number desc)
),

steps_kept as (
    select * from funnel_laid_out
    where step != 'kept'
)

select * from steps_kept
