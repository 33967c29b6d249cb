with
customers as (
    select * from {{ ref('quintile', 'customer_rfm') }}
),

-- Equal spend is counted first, since a window over customers would sort all of them in one partition.
spend_counted as (
    select
        monetary,
        count(*) as customers
    from customers
    group by monetary
),

spend_accumulated as (
    select
        monetary,
        customers,
        sum(customers) over (order by monetary rows between unbounded preceding and current row) as customers_up_to,
        sum(customers) over () as customers_in_all
    from spend_counted
),

shares_computed as (
    select
        monetary,
        (customers_up_to - customers) / cast(customers_in_all as double) as share_below,
        (customers_in_all - customers_up_to) / cast(customers_in_all as double) as share_above
    from spend_accumulated
)

select * from shares_computed
