with
lines as (
    select * from {{ ref('quintile', 'filled_invoice_lines') }}
),

problems_found as (
    select
        *,
        case
            when unreadable_reason is not null then 'line'
            {% for name in ["invoice_id", "stock_code", "customer_id"] -%}
            when {{ is_rounded_id(name ~ "_trimmed") }} then '{{ name }}'
            {% endfor -%}
            when invoiced_at is null then 'invoiced_at'
            when invoiced_at < '1900-01-01' or invoiced_at >= '2200-01-01' then 'invoiced_at'
            when quantity is null then 'quantity'
            when amount_is_given and amount_known is null then 'amount'
            when unit_price is null then 'unit_price'
            when amount is null then 'amount'
            when invoice_id_is_given and invoice_id is null then 'invoice_id'
        end as problem_column
    from lines
),

columns_chosen as (
    select
        line_id,
        invoice_id,
        customer_id,
        stock_code,

        source_file,
        nullif(trim(description), '') as description,
        nullif(trim(country), '') as country,
        status_given as status,
        problem_column,

        line_number,
        {% for name in ["quantity", "unit_price", "amount"] -%}
        cast({{ name }} as decimal(18, 4)) as {{ name }},
        {% endfor -%}
        invoice_id_is_given,
        quantity_is_given,
        has_uci_headers,

        invoiced_at
    from problems_found
)

select * from columns_chosen
