with
outcomes as (
    select * from {{ ref('segment_outcomes') }}
),

customers_found as (
    select distinct customer_id from outcomes
),

customers_drawn as (
    select customer_id
    from customers_found
    order by md5(customer_id), customer_id
    limit {{ [setting('fit_sample_size') // 5, 1] | max }}
),

outcomes_sampled as (
    select outcomes.*
    from outcomes
    inner join customers_drawn on outcomes.customer_id = customers_drawn.customer_id
)

select * from outcomes_sampled
