{%- set ids = ["invoice_id", "stock_code", "customer_id"] -%}
{%- set numbers = ["quantity", "unit_price", "amount"] -%}

with
lines as (
    select * from {{ ref('quintile', 'typed_invoice_lines') }}
),

statuses_not_counted as (
    select distinct status from {{ ref('quintile', 'status_rules') }}
    where not counts
),

gaps_filled as (
    select
        *,
        case
            when invoice_id_is_given then invoice_id_read
            else coalesce(customer_id || ' ', '') || cast(cast(invoiced_at as date) as string)
        end as invoice_id,
        case
            when quantity_is_given then quantity_typed
            when amount_typed < 0 then -1
            else 1
        end as quantity
    from lines
),

amounts_computed as (
    select
        *,
        case
            when amount_is_given then amount_typed
            when price_rest != 0
                then {{ money_product('quantity', 'unit_price_typed') }}
                    + try_cast(round(cast(quantity as double) * price_rest, 4) as decimal(18, 4))
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
            {% for name in ids -%}
            when {{ is_rounded_id(name ~ "_trimmed") }} then '{{ name }}'
            {% endfor -%}
            when invoiced_at is null then 'invoiced_at'
            when invoiced_at < '1900-01-01' or invoiced_at >= '2200-01-01' then 'invoiced_at'
            when quantity is null then 'quantity'
            when amount_is_given and amount_typed is null then 'amount'
            when unit_price is null then 'unit_price'
            when amount is null then 'amount'
            when invoice_id_is_given and invoice_id is null then 'invoice_id'
        end as problem_column
    from amounts_computed
),

unpriced_lines_found as (
    select
        *,
        case
            when invoice_id_is_given and invoice_id is null then null
            {% for name in numbers -%}
            when problem_column = '{{ name }}' and {{ name }}_is_given and coalesce(trim({{ name }}_text), '') = ''
                then {{ status_spelling(without_blanks_around("status")) }}
            {% endfor -%}
        end as unpriced_status
    from problems_found
),

-- Amazon leaves the price of a cancelled order empty.
empty_orders_found as (
    select
        unpriced_lines_found.*,
        statuses_not_counted.status is not null as is_empty_order
    from unpriced_lines_found
    left join statuses_not_counted on unpriced_lines_found.unpriced_status = statuses_not_counted.status
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
        nullif({{ without_blanks_around('status') }}, '') as status,
        case when not is_empty_order then problem_column end as problem_column,

        line_number,
        {% for name in numbers -%}
        cast(case when is_empty_order then coalesce({{ name }}, 0) else {{ name }} end as decimal(18, 4)) as {{ name }},
        {% endfor -%}
        invoice_id_is_given,
        quantity_is_given,
        has_uci_headers,

        invoiced_at
    from empty_orders_found
)

select * from columns_chosen
