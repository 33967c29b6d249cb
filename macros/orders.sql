{#-
    CTEs from `lines` to `lines_ordered`: adds ordered_at, when the order of a line began. An order is the purchases of one
    customer and invoice id, each no more than a day after the one before, so that receipt numbers that start again are
    several orders, and an invoice around midnight is one. Any other line belongs to the order before it, or else to the next.
-#}
{% macro lines_ordered(lines) %}
previous_purchases_found as (
    select
        *,
        max(case when is_purchase then invoiced_at end) over (
            partition by customer_id, invoice_id
            order by invoiced_at rows between unbounded preceding and 1 preceding
        ) as previously_purchased_at
    from {{ lines }}
),

starts_found as (
    select
        *,
        case
            when is_purchase and coalesce(invoiced_at > previously_purchased_at + interval '1' day, true)
                then invoiced_at
        end as starts_at
    from previous_purchases_found
),

lines_ordered as (
    select
        *,
        coalesce(
            max(starts_at) over (partition by customer_id, invoice_id order by invoiced_at),
            min(starts_at) over (partition by customer_id, invoice_id)
        ) as ordered_at
    from starts_found
)
{%- endmacro %}

{#- Unambiguous, as neither the day nor the customer has a slash of its own. -#}
{% macro order_id() -%}
    invoice_id || '/' || replace(replace(customer_id, '%', '%25'), '/', '%2F')
    || '/' || cast(cast(ordered_at as date) as string)
{%- endmacro %}
