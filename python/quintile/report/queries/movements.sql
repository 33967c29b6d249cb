select
    month_end,
    from_segment,
    to_segment,
    customers,
    share,
    revenue_moved
from segment_migrations
order by month_end desc, customers desc, from_segment asc, to_segment asc
