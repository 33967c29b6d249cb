
  
  create view "shop"."main_quintile"."lines_preclassified__dbt_tmp" as (
    with
lines as (
    select * from "shop"."main_quintile"."stg_invoice_lines"
),

non_products as (
    select * from "shop"."main_quintile"."non_products"
),

statuses_met as (
    select * from "shop"."main_quintile"."statuses_met"
),

facts_joined as (
    select
        lines.*,
        false as is_credit_note,
        coalesce(statuses_met.counts, true) as status_counts,
        coalesce(statuses_met.kind = 'refunded', false) as is_marked_refunded,
        lines.quantity < 0 or lines.amount < 0 as is_negative,
        non_products.kind as non_product_kind
    from lines
    left join non_products
        on lines.stock_code = non_products.stock_code and lines.has_uci_headers = non_products.has_uci_headers
    left join statuses_met on lines.status = statuses_met.status
),

-- A refund that is itself marked refunded is still a refund.
classes_named as (
    select
        *,
        case
            when customer_id is null then 'no_customer'
            when not status_counts and not (is_marked_refunded and is_negative) then 'excluded_status'
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
  );
