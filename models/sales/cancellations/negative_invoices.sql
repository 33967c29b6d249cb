with
negative_lines as (
    select * from {{ ref('quintile', 'negative_lines') }}
),

invoiced_lines as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
    where preliminary_class in ('sale', 'excluded_status')
),

invoices_listed as (
    select distinct
        customer_id,
        invoice_id
    from negative_lines
    where invoice_id_is_given
),

invoices_looked_up as (
    select
        invoiced_lines.customer_id,
        invoiced_lines.invoice_id,
        min(case when invoiced_lines.preliminary_class = 'sale' then invoiced_lines.invoiced_at end) as first_sold_at,
        max(case when invoiced_lines.preliminary_class = 'excluded_status' then 1 else 0 end) = 1 as is_excluded
    from invoiced_lines
    inner join invoices_listed
        on invoiced_lines.customer_id = invoices_listed.customer_id
            and invoiced_lines.invoice_id = invoices_listed.invoice_id
    group by invoiced_lines.customer_id, invoiced_lines.invoice_id
)

select * from invoices_looked_up
