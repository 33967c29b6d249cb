{#-
    CTEs from `purchases` to `orders_numbered`: adds order_number, from 1, to the lines of a customer and invoice id. An
    order is purchases each no more than a day after the one before. So a receipt number that is used again later is a
    new order, and an invoice around midnight is one order. Other lines belong to the order before them, or else to the
    first.
-#}
{% macro orders_numbered(purchases) %}
previous_purchases_found as (
    select
        *,
        max(case when is_purchase then invoiced_at end) over (
            partition by customer_id, invoice_id
            order by invoiced_at rows between unbounded preceding and 1 preceding
        ) as previously_purchased_at
    from {{ purchases }}
),

orders_numbered as (
    select
        *,
        greatest(
            1,
            sum(
                case
                    when is_purchase and coalesce(invoiced_at > previously_purchased_at + interval '1' day, true) then 1
                    else 0
                end
            ) over (partition by customer_id, invoice_id order by invoiced_at)
        ) as order_number
    from previous_purchases_found
)
{%- endmacro %}

{#- Unambiguous: the day has no slash, and neither has the customer's own order number. -#}
{% macro order_id() -%}
    invoice_id || '/' || replace(replace(customer_id, '%', '%25'), '/', '%2F')
    || '/' || cast(cast(ordered_at as date) as string)
{%- endmacro %}

{% macro stood_at(day) -%}
    order_events.changed_at < {{ day }} and (order_events.replaced_at is null or {{ day }} <= order_events.replaced_at)
{%- endmacro %}
