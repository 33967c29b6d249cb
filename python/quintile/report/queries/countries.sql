with
countries_summed as (
    select
        coalesce(country, 'not given') as country,
        count(distinct customer_id) as customers,
        count(*) as orders,
        sum(amount) as revenue
    from orders
    group by coalesce(country, 'not given')
)

select
    *,
    customers / sum(customers) over () as customer_share,
    revenue / nullif(sum(revenue) over (), 0) as revenue_share,
    revenue / orders as mean_order
from countries_summed
order by revenue desc, country asc
limit 12
