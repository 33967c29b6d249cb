with
spend_ranked as (
    select
        monetary,
        row_number() over (order by monetary) as rising_place,
        rank() over (order by monetary) as customers_below,
        rank() over (order by monetary desc) as customers_above,
        count(*) over () as customers
    from segments
),

percents as (
    select unnest(range(1, 100)) as percent_of_customers
)

select
    percents.percent_of_customers,
    cast(min(spend_ranked.monetary) filter (
        where spend_ranked.rising_place * 100 >= percents.percent_of_customers * spend_ranked.customers
    ) as varchar) as more_than,
    cast(max(spend_ranked.monetary) filter (
        where (spend_ranked.customers - spend_ranked.rising_place + 1) * 100
            >= percents.percent_of_customers * spend_ranked.customers
    ) as varchar) as less_than,
    cast(min(spend_ranked.monetary) filter (
        where spend_ranked.customers_below >= spend_ranked.customers_above
    ) as varchar) as upper_half_from
from percents
cross join spend_ranked
group by percents.percent_of_customers
order by percents.percent_of_customers
