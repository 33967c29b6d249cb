with
invoice_totals as (
    select * from "shop"."main_quintile"."invoice_totals"
),

steps as (
    select * from "shop"."main_quintile"."cleaning_steps"
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

invoices_last_seen as (
    select
        invoice_totals.invoice_id,
        max(steps.step_number) as step_number
    from invoice_totals
    inner join steps on invoice_totals.line_class = steps.line_class
    where invoice_totals.invoice_id is not null
    group by invoice_totals.invoice_id
),

invoices_removed as (
    select
        step_number,
        count(*) as invoices
    from invoices_last_seen
    group by step_number
),

customers_last_seen as (
    select
        invoice_totals.customer_id,
        max(steps.step_number) as step_number
    from invoice_totals
    inner join steps on invoice_totals.line_class = steps.line_class
    where invoice_totals.customer_id is not null
    group by invoice_totals.customer_id
),

customers_removed as (
    select
        step_number,
        count(*) as customers
    from customers_last_seen
    group by step_number
),

-- What stands before a step is all that it and the steps after it remove or keep.
funnel_laid_out as (
    select
        steps.step_number,
        steps.step,
        steps.meaning,
        cast(sum(lines_removed.lines) over remaining as bigint) as lines_before,
        cast(lines_removed.lines as bigint) as lines_removed,
        cast((sum(lines_removed.lines) over remaining) - lines_removed.lines as bigint) as lines_after,
        cast(sum(coalesce(invoices_removed.invoices, 0)) over remaining as bigint) as invoices_before,
        cast(coalesce(invoices_removed.invoices, 0) as bigint) as invoices_removed,
        cast((sum(coalesce(invoices_removed.invoices, 0)) over remaining) - coalesce(invoices_removed.invoices, 0) as bigint) as invoices_after,
        cast(sum(coalesce(customers_removed.customers, 0)) over remaining as bigint) as customers_before,
        cast(coalesce(customers_removed.customers, 0) as bigint) as customers_removed,
        cast((sum(coalesce(customers_removed.customers, 0)) over remaining) - coalesce(customers_removed.customers, 0) as bigint) as customers_after,
        cast(sum(lines_removed.amount) over remaining as decimal(18, 4)) as amount_before,
        cast(lines_removed.amount as decimal(18, 4)) as amount_removed,
        cast((sum(lines_removed.amount) over remaining) - lines_removed.amount as decimal(18, 4)) as amount_after
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