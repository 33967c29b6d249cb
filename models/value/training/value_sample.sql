with
order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

windows as (
    select * from {{ ref('quintile', 'value_training_windows') }}
),

customers_hashed as (
    select
        customer_id,
        cast(min(ordered_at) as date) as first_ordered_on,
        md5(customer_id) as customer_hash
    from order_events
    group by customer_id
),

first_days_counted as (
    select
        first_ordered_on,
        count(*) as customers
    from customers_hashed
    group by first_ordered_on
),

windows_sized as (
    select
        windows.window_number,
        windows.as_of_date,
        windows.most_customers,
        sum(first_days_counted.customers) as customers
    from windows
    inner join first_days_counted on windows.as_of_date > first_days_counted.first_ordered_on
    group by windows.window_number, windows.as_of_date, windows.most_customers
),

-- Hashes are uniformly distributed, so the smallest lie below a share of their range, with a margin of six standard
-- deviations.
highest_hashes_estimated as (
    select
        *,
        lower(lpad(hex(cast(floor(
            4294967295 * least((most_customers + 6 * sqrt(most_customers) + 36) / customers, 1)
        ) as bigint)), 8, '0')) as highest_hash
    from windows_sized
),

customers_drawn as (
    select
        windows.window_number,
        customers_hashed.customer_id,
        windows.most_customers,
        row_number() over (
            partition by windows.window_number order by customers_hashed.customer_hash, customers_hashed.customer_id
        ) as place
    from customers_hashed
    inner join highest_hashes_estimated as windows
        on customers_hashed.first_ordered_on < windows.as_of_date
            and substr(customers_hashed.customer_hash, 1, 8) <= windows.highest_hash
),

sample_cut as (
    select
        window_number,
        customer_id
    from customers_drawn
    where place <= most_customers
)

select * from sample_cut
