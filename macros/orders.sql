{#-
    CTEs from `purchases` to `orders_numbered`: adds order_number, from 1, to the lines of a customer and invoice id. An order is
    purchases each no more than a day after the one before, so that receipt numbers that start again are several orders, and an
    invoice around midnight is one. A line that is no purchase belongs to the order before it, or else to the first.
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

{#- Unambiguous, as neither the day nor the customer has a slash of its own. -#}
{% macro order_id() -%}
    invoice_id || '/' || replace(replace(customer_id, '%', '%25'), '/', '%2F')
    || '/' || cast(cast(ordered_at as date) as string)
{%- endmacro %}

{#- Whether a row of order_events is how the order stood at the beginning of a day. -#}
{% macro stood_at(day) -%}
    order_events.changed_at < {{ day }} and (order_events.replaced_at is null or {{ day }} <= order_events.replaced_at)
{%- endmacro %}
