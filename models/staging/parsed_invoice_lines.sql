-- depends_on: {{ source('files', 'invoices') }}
with
lines_read as ({{ read_invoices() }}),

values_typed as (
    select
        *,
        {{ id_text('invoice_id_read') }} as invoice_id_typed,
        {{ id_text('stock_code_read') }} as stock_code,
        {{ customer_id_text('customer_id_read') }} as customer_id,
        nullif(trim(cast(description_read as string)), '') as description,
        nullif(trim(cast(country_read as string)), '') as country,
        nullif(trim(cast(status_read as string)), '') as status,
        try_cast(quantity_number as decimal(18, 4)) as quantity_typed,
        try_cast(unit_price_number as decimal(18, 4)) as unit_price_typed,
        try_cast(amount_number as decimal(18, 4)) as amount_typed
    from lines_read
),

gaps_filled as (
    select
        *,
        case
            when invoice_id_is_given then invoice_id_typed
            else coalesce(customer_id || ' ', '') || cast(cast(invoiced_at as date) as string)
        end as invoice_id,
        case
            when quantity_is_given then quantity_typed
            when amount_typed < 0 then -1
            else 1
        end as quantity
    from values_typed
),

amounts_computed as (
    select
        *,
        case
            when amount_is_given then amount_typed
            else {{ money_product('quantity', 'unit_price_typed') }}
        end as amount,
        case
            when unit_price_is_given then unit_price_typed
            when quantity = 0 then 0
            else try_cast(abs(amount_typed / quantity) as decimal(18, 4))
        end as unit_price
    from gaps_filled
),

problems_found as (
    select
        *,
        case
            when unreadable_reason is not null then 'line'
            when invoiced_at is null then 'invoiced_at'
            when invoiced_at < '1900-01-01' or invoiced_at >= '2200-01-01' then 'invoiced_at'
            when quantity is null then 'quantity'
            when amount_is_given and amount_typed is null then 'amount'
            when unit_price is null then 'unit_price'
            when amount is null then 'amount'
            when invoice_id_is_given and invoice_id is null then 'invoice_id'
        end as problem_column
    from amounts_computed
)

select * from problems_found
