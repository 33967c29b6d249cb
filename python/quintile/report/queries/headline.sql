with
orders as (
    select
        min(cast(ordered_at as date)) as first_day,
        max(cast(ordered_at as date)) as last_day,
        count(*) as orders,
        avg(amount) as mean_order
    from orders
),

customers as (
    select
        count(*) as customers,
        sum(monetary) as revenue,
        avg(case when frequency > 1 then 1.0 else 0.0 end) as repeat_share,
        cast(median(monetary) as decimal(18, 2)) as median_monetary
    from segments
)

select
    as_of.as_of_date,
    orders.*,
    customers.*
from as_of
cross join orders
cross join customers
