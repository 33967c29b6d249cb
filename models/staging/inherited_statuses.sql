with
lines as (
    select * from {{ ref('quintile', 'parsed_invoice_lines') }}
    where problem_column is null
),

files_with_status as (
    select source_file from lines
    where status is not null
    group by source_file
),

orders_summed as (
    select
        lines.source_file,
        lines.invoice_id,
        lines.customer_id,
        cast(lines.invoiced_at as date) as invoiced_on,
        min(lines.status) as status,
        max(lines.status) as last_status,
        count(*) as lines,
        max(lines.amount) > 0 as is_purchase,
        count(lines.status) as lines_with_status,
        cast(sum(case when lines.status is null then lines.amount end) as decimal(38, 4)) as amount_without_status
    from lines
    inner join files_with_status on lines.source_file = files_with_status.source_file
    group by lines.source_file, lines.invoice_id, lines.customer_id, cast(lines.invoiced_at as date)
),

shares_computed as (
    select
        *,
        avg(
            case
                when not is_purchase then null
                when status is null then 0
                else 1
            end
        ) over (partition by source_file) as share_with_status
    from orders_summed
),

-- Marks of single lines, such as "returned", stand in few orders.
statuses_chosen as (
    select
        source_file,
        invoice_id,
        customer_id,
        invoiced_on,
        status,
        lines - lines_with_status as lines_without_status,
        amount_without_status
    from shares_computed
    where share_with_status >= 0.9
        and status = last_status
        and lines_with_status < lines
)

select * from statuses_chosen
