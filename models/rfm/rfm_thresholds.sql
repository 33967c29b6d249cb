with
customers as (
    select * from {{ ref('quintile', 'customer_rfm') }}
),

values_counted as ({{ counted_values('customers') }}),

neighbours_found as ({{ cut_point_neighbours('values_counted') }}),

bounds_set as ({{ bounds_below_the_best('neighbours_found') }}),

-- If no value lies between two bounds, nobody gets the score between them.
bounds_ranked as (
    select
        *,
        case
            when highest_value_within is not null
                then dense_rank() over (partition by metric order by highest_value_within)
        end as bounds_apart
    from bounds_set
),

levels_counted as (
    select
        metric,
        score,
        lower_bound,
        cast(1 + coalesce(max(bounds_apart) over (partition by metric), 0) as integer) as levels
    from bounds_ranked
)

select * from levels_counted
