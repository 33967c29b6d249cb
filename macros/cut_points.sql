{#-
    CTEs from `customers` to `cut_points_found`, one row per metric and score; of each group of `by`, if given.
    Recency is scored by the last order's day, counted from the as-of date, so that more is better for all three.
    Equal values are counted first: a quantile aggregate holds every value, a window over counts spills.
-#}
{% macro cut_point_steps(by=none) %}
{%- set values = {"recency": "-recency_days", "frequency": "frequency", "monetary": "monetary"} -%}
{%- set group = by ~ "," if by else "" -%}
values_counted as (
    {% for metric, value in values.items() -%}
    select
        {{ group }}
        '{{ metric }}' as metric,
        cast({{ value }} as decimal(18, 4)) as value,
        count(*) as customers
    from customers
    group by {{ group }} {{ value }}
    {{ "union all" if not loop.last }}
    {% endfor -%}
),

values_placed as (
    select
        *,
        sum(customers) over (
            partition by {{ group }} metric
            order by value rows between unbounded preceding and current row
        ) as customers_up_to,
        sum(customers) over (partition by {{ group }} metric) as customers_in_all
    from values_counted
),

scores_listed as (
    select
        *,
        {{ each_number(2, 5) }} as score
    from values_placed
),

-- The place of a cut point among n customers, counted from 0, is (n - 1) * (score - 1) / 5; here it is five times that.
places_computed as (
    select
        *,
        (customers_in_all - 1) * (score - 1) as place
    from scores_listed
),

-- Where the place lies between two customers, so does the cut point: in fifths of their distance.
neighbours_found as (
    select
        {{ group }}
        metric,
        score,
        min(value) as value_below,
        max(value) as value_above,
        cast(max(place % 5) * 0.2 as decimal(2, 1)) as share_above
    from places_computed
    where 5 * customers_up_to > place
        and 5 * (customers_up_to - customers) < place + 5
    group by {{ group }} metric, score
),

cut_points_found as (
    select
        {{ group }}
        metric,
        cast(score as integer) as score,
        cast(value_below + (value_above - value_below) * share_above as decimal(24, 5)) as lower_bound
    from neighbours_found
)
{%- endmacro %}
