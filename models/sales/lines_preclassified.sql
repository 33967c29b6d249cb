with
lines as (
    select * from {{ ref('quintile', 'stg_invoice_lines') }}
),

non_products as (
    select * from {{ ref('quintile', 'non_products') }}
),

statuses_met as (
    select * from {{ ref('quintile', 'statuses_met') }}
),

facts_joined as (
    select
        lines.*,
        {% if setting('cancellation_pattern') -%}
        {{ matches('lines.invoice_id', text_literal(setting('cancellation_pattern'))) }} as is_credit_note,
        {%- else -%}
        false as is_credit_note,
        {%- endif %}
        coalesce(statuses_met.counts, true) as status_counts,
        coalesce(statuses_met.kind = 'refunded', false) as is_marked_refunded,
        lines.quantity < 0 or lines.amount < 0 as is_negative,
        {% if setting('products_only') -%}
        non_products.kind as non_product_kind
        {%- else -%}
        cast(null as string) as non_product_kind
        {%- endif %}
    from lines
    left join non_products
        on coalesce(lines.stock_code, lines.description) = non_products.stock_code
        and lines.has_uci_headers = non_products.has_uci_headers
    left join statuses_met on lines.status = statuses_met.status
),

-- A refund that is itself marked refunded is still a refund.
classes_named as (
    select
        *,
        case
            {% if setting('as_of_date') != 'auto' -%}
            when invoiced_at >= cast('{{ setting("as_of_date") }}' as date) then 'after_as_of'
            {% endif -%}
            when customer_id is null then 'no_customer'
            when not status_counts and not (is_marked_refunded and is_negative) then 'excluded_status'
            when non_product_kind = 'refund' and is_negative then 'cancellation'
            when non_product_kind is not null then 'non_product'
            when is_credit_note then 'cancellation'
            when unit_price < 0 then 'adjustment'
            when is_negative then 'cancellation'
            when quantity = 0 then 'invalid_quantity'
            when amount = 0 then 'invalid_price'
            else 'sale'
        end as preliminary_class
    from facts_joined
)

select * from classes_named
