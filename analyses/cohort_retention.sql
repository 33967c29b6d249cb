-- FINDING: Of the 882 customers first seen in December 2010 in the UCI file, 37% order again in the month after
--   and 50% in November 2011; of the 414 of January 2011, 21% and 37%.
-- METHOD: A cohort is the customers whose first kept order is in the month. Count those with a kept order in each
--   later month, up to the last full month.
-- CAVEAT: Customers of the first month of the file may be old customers, so that cohort looks too loyal.
with
orders as (
    select
        customer_id,
        cast({{ dbt.date_trunc('month', 'ordered_at') }} as date) as order_month
    from {{ ref('quintile', 'orders') }}
),

full_months as (
    select
        cast({{ dbt.date_trunc('month', 'month_end') }} as date) as order_month
    from {{ ref('quintile', 'month_ends') }}
),

cohorts_formed as (
    select
        customer_id,
        min(order_month) as cohort_month
    from orders
    group by customer_id
),

cohorts_sized as (
    select
        cohort_month,
        count(*) as cohort_customers
    from cohorts_formed
    group by cohort_month
),

months_counted as (
    select
        cohorts_formed.cohort_month,
        orders.order_month,
        count(distinct orders.customer_id) as active_customers
    from orders
    inner join cohorts_formed on orders.customer_id = cohorts_formed.customer_id
    inner join full_months on orders.order_month = full_months.order_month
    group by cohorts_formed.cohort_month, orders.order_month
),

shares_computed as (
    select
        months_counted.cohort_month,
        {{ months_between('months_counted.cohort_month', 'months_counted.order_month') }} as months_later,
        cohorts_sized.cohort_customers,
        months_counted.active_customers,
        months_counted.active_customers / cast(cohorts_sized.cohort_customers as double) as retention
    from months_counted
    inner join cohorts_sized on months_counted.cohort_month = cohorts_sized.cohort_month
)

select * from shares_computed
order by cohort_month, months_later
