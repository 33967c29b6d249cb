with
predictions as (
    select * from {{ ref('quintile', 'value_predictions') }}
),

-- Equal forecasts are counted first, so that equal customers share a class, and the window sorts amounts, not
-- customers.
amounts_counted as (
    select
        cast(round(expected_spend, 4) as decimal(18, 4)) as expected_spend,
        count(*) as customers
    from predictions
    group by cast(round(expected_spend, 4) as decimal(18, 4))
),

amounts_cumulated as (
    select
        expected_spend,
        cast(sum(expected_spend * customers) over () as double) as spend_in_all,
        cast(coalesce(sum(expected_spend * customers) over (
            order by expected_spend desc rows between unbounded preceding and 1 preceding
        ), 0) as double) as spend_above
    from amounts_counted
),

bounds_found as (
    select
        min(case when spend_above < 0.80 * spend_in_all then expected_spend end) as a_from,
        min(case when spend_above < 0.95 * spend_in_all then expected_spend end) as b_from
    from amounts_cumulated
)

select * from bounds_found
