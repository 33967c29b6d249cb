{#- Steps of rfm_thresholds, and of month_end_thresholds, which has separate cut points for each value of `by`. -#}

{#- Equal values are counted first: a quantile aggregate keeps every value in memory, a window over counts can spill to
    disk. -#}
{% macro counted_values(customers, by=none) %}
    {%- set group = by ~ "," if by else "" -%}
    {%- for metric, value in {"recency": "-recency_days", "frequency": "frequency", "monetary": "monetary"}.items() %}
    select
        {{ group }}
        '{{ metric }}' as metric,
        cast({{ value }} as decimal(18, 4)) as value,
        count(*) as customers
    from {{ customers }}
    group by {{ group }} {{ value }}
    {{ "union all" if not loop.last }}
    {%- endfor %}
{% endmacro %}

{% macro cut_point_neighbours(values_counted, by=none) %}
    {%- set group = by ~ "," if by else "" %}
    with
    values_placed as (
        select
            *,
            sum(customers) over (
                partition by {{ group }} metric
                order by value rows between unbounded preceding and current row
            ) as customers_up_to,
            sum(customers) over (partition by {{ group }} metric) as customers_in_all,
            lag(value) over (partition by {{ group }} metric order by value) as value_before
        from {{ values_counted }}
    ),

    scores_listed as (
        select
            *,
            {{ each_number(2, 5) }} as score
        from values_placed
    ),

    -- The position of a cut point among n customers, from 0, is (n - 1) * (score - 1) / 5. Here it is five times that.
    places_computed as (
        select
            *,
            (customers_in_all - 1) * (score - 1) as place
        from scores_listed
    )

    select
        {{ group }}
        metric,
        cast(score as integer) as score,
        min(value_before) as value_before,
        min(value) as value_below,
        max(value) as value_above,
        cast(max(place % 5) * 0.2 as decimal(2, 1)) as share_above,
        min(customers_up_to) = max(customers_in_all) as is_best_value
    from places_computed
    where 5 * customers_up_to > place
        and 5 * (customers_up_to - customers) < place + 5
    group by {{ group }} metric, score
{% endmacro %}

{#-
    A cut point is interpolated in fifths of the distance between its neighbours. If many customers share the best value
    and a cut point falls on it, nobody would exceed it, so it is lowered to the cut point or value before. If all
    customers are equal, two bounds lie below them, but none below a single order.
-#}
{% macro bounds_below_the_best(neighbours, by=none) %}
    {%- set group = by ~ "," if by else "" %}
    with
    cut_points_interpolated as (
        select
            *,
            case
                when not is_best_value then value_below + (value_above - value_below) * share_above
            end as cut_point
        from {{ neighbours }}
    )

    select
        {{ group }}
        metric,
        score,
        cast(
            coalesce(
                cut_point,
                greatest(value_before, max(cut_point) over (partition by {{ group }} metric)),
                case
                    when score > 3 or (metric = 'frequency' and value_below <= 1) then value_below
                    else value_below - 0.00001
                end
            ) as decimal(24, 5)
        ) as lower_bound,
        case when is_best_value then value_before else value_below end as highest_value_within
    from cut_points_interpolated
{% endmacro %}
