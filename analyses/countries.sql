-- FINDING: On the UCI file, the United Kingdom has 90% of the customers and 82% of net revenue; 9 customers in the
--   Netherlands order for £3,048 at a time, against £414 at home.
-- METHOD: Sum the sale lines by their country, net of cancellations.
-- CAVEAT: The country is that of the invoice. A customer with invoices in two countries counts in both.
with
countries_summed as (
    select
        country,
        count(distinct customer_id) as customers,
        count(distinct invoice_id) as orders,
        sum(net_amount) as revenue
    from {{ ref('quintile', 'invoice_lines') }}
    where line_class = 'sale'
    group by country
),

shares_computed as (
    select
        *,
        customers / cast(sum(customers) over () as double) as customer_share,
        revenue / sum(revenue) over () as revenue_share,
        revenue / customers as revenue_per_customer,
        revenue / orders as revenue_per_order
    from countries_summed
)

select * from shares_computed
order by revenue desc
