select
    build_settings.as_of_date,
    count(*) as orders,
    count(distinct orders.customer_id) as customers,
    sum(orders.amount) as revenue,
    cast(min(orders.ordered_at) as date) as first_day,
    cast(max(orders.ordered_at) as date) as last_day
from orders
cross join build_settings
group by build_settings.as_of_date
