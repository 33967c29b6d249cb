with
orders as (
    select * from {{ ref('quintile', 'orders') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

orders_dated as (
    select
        customer_id,
        cast({{ dbt.date_trunc('month', 'ordered_at') }} as date) as order_month,
        amount
    from orders
),

customers_grouped as (
    select
        customer_id,
        min(order_month) as cohort_month
    from orders_dated
    group by customer_id
),

cohorts_counted as (
    select
        cohort_month,
        count(*) as customers
    from customers_grouped
    group by cohort_month
),

-- A month that nobody of the cohort bought in has a row too.
months_listed as (
    select
        cohorts_counted.cohort_month,
        cohorts_counted.customers,
        {{ each_number(0, months_between('cohorts_counted.cohort_month', days_later(-1, 'as_of.as_of_date'))) }}
            as months_since
    from cohorts_counted
    cross join as_of
),

orders_placed as (
    select
        orders_dated.*,
        customers_grouped.cohort_month,
        {{ months_between('customers_grouped.cohort_month', 'orders_dated.order_month') }} as months_since
    from orders_dated
    inner join customers_grouped on orders_dated.customer_id = customers_grouped.customer_id
),

months_summed as (
    select
        cohort_month,
        months_since,
        count(distinct customer_id) as active_customers,
        sum(amount) as net_spend
    from orders_placed
    group by cohort_month, months_since
),

months_joined as (
    select
        months_listed.cohort_month,
        cast(months_listed.months_since as integer) as months_since,
        months_listed.customers,
        coalesce(months_summed.active_customers, 0) as active_customers,
        coalesce(months_summed.net_spend, 0) as net_spend,
        cast({{ dbt.dateadd('month', 'months_listed.months_since + 1', 'months_listed.cohort_month') }} as date)
        <= as_of.as_of_date as is_complete
    from months_listed
    cross join as_of
    left join months_summed
        on months_listed.cohort_month = months_summed.cohort_month
            and months_listed.months_since = months_summed.months_since
),

spend_discounted as (
    select
        *,
        net_spend / cast(customers as double) * power(1 + {{ setting('discount_rate') }}, -months_since / 12.0)
            as spend_per_customer
    from months_joined
),

spend_cumulated as (
    select
        cohort_month,
        months_since,
        is_complete,
        customers,
        active_customers,
        round(active_customers / cast(customers as double), 9) as active_share,
        cast(round(sum(spend_per_customer) over (
            partition by cohort_month order by months_since rows between unbounded preceding and current row
        ), 4) as decimal(18, 4)) as cumulated_spend_per_customer
    from spend_discounted
)

select * from spend_cumulated
