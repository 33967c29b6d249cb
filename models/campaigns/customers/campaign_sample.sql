with
customers as (
    select * from {{ ref('quintile', 'campaign_rfm') }}
),

dates as (
    select * from {{ ref('quintile', 'campaign_dates') }}
),

published_labels as (
    select * from {{ ref('quintile', 'published_labels') }}
),

customers_numbered as (
    select
        customers.*,
        row_number() over (
            partition by customers.known_on order by md5(customers.customer_id), customers.customer_id
        ) as place,
        max(case when published_labels.customer_id is null then 1 else 0 end) over (
            partition by customers.known_on
        ) = 1 as needs_fit
    from customers
    inner join dates on customers.known_on = dates.known_on
    left join published_labels
        on dates.published_on = published_labels.as_of_date
            and customers.customer_id = published_labels.customer_id
),

customers_drawn as (
    select
        known_on,
        customer_id,
        recency_days,
        frequency,
        monetary,
        tenure_days
    from customers_numbered
    where needs_fit and place <= {{ [setting('fit_sample_size') // 5, 1] | max }}
)

select * from customers_drawn
