with
orders as (
    select * from {{ ref('quintile', 'orders') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

first_orders_found as (
    select
        *,
        min(ordered_at) over (partition by customer_id) as first_ordered_at
    from orders
),

orders_placed as (
    select
        customer_id,
        amount,
        cast({{ dbt.date_trunc('month', 'first_ordered_at') }} as date) as cohort_month,
        {{ months_between('first_ordered_at', 'ordered_at') }} as months_since
    from first_orders_found
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

-- All customers of a cohort order in its first month, so that month gives its size. Months without orders get a row
-- too.
months_listed as (
    select
        months_summed.cohort_month,
        months_summed.active_customers as customers,
        as_of.as_of_date,
        {{ each_number(0, months_between('months_summed.cohort_month', days_later(-1, 'as_of.as_of_date'))) }}
            as months_since
    from months_summed
    cross join as_of
    where months_summed.months_since = 0
),

spend_discounted as (
    select
        months_listed.*,
        coalesce(months_summed.active_customers, 0) as active_customers,
        coalesce(months_summed.net_spend, 0) / cast(months_listed.customers as double)
        * power(1 + {{ setting('discount_rate') }}, -months_listed.months_since / 12.0) as spend_per_customer
    from months_listed
    left join months_summed
        on months_listed.cohort_month = months_summed.cohort_month
            and months_listed.months_since = months_summed.months_since
),

spend_cumulated as (
    select
        cohort_month,
        cast(months_since as integer) as months_since,
        cast({{ dbt.dateadd('month', 'months_since + 1', 'cohort_month') }} as date) <= as_of_date as is_complete,
        customers,
        active_customers,
        round(active_customers / cast(customers as double), 9) as active_share,
        cast(round(sum(spend_per_customer) over (
            partition by cohort_month order by months_since rows between unbounded preceding and current row
        ), 4) as decimal(18, 4)) as cumulated_spend_per_customer
    from spend_discounted
)

select * from spend_cumulated
