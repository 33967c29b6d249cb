{#-
    CTEs from `customers` to `cut_points_rounded`, one row per metric and score; of each group of `by`, if given.
    Recency is scored by the last order's day, counted from the as-of date, so that more is better for all three.
-#}
{% macro cut_point_steps(by=none) %}
{%- set values = {"recency": "-recency_days", "frequency": "frequency", "monetary": "monetary"} -%}
{%- set group = by ~ "," if by else "" -%}
quantiles_computed as (
    select
        {{ group }}
        {% for metric, value in values.items() -%}
        {{ quantiles(value, [0.2, 0.4, 0.6, 0.8]) }} as {{ metric }}{{ "," if not loop.last }}
        {% endfor -%}
    from customers
    {{ "group by " ~ by if by }}
),

cut_points_listed as (
    {% for metric in values -%}
    {% set outer_loop = loop -%}
    {% for score in range(2, 6) -%}
    select
        {{ group }}
        '{{ metric }}' as metric,
        {{ score }} as score,
        {{ array_item(metric, score - 1) }} as lower_bound
    from quantiles_computed
    {{ "union all" if not (outer_loop.last and loop.last) }}
    {% endfor -%}
    {% endfor -%}
),

-- Fifths of values with four decimals have at most five: rounding there keeps the cut points exact.
cut_points_rounded as (
    select
        {{ group }}
        metric,
        score,
        cast(round(lower_bound, 5) as decimal(24, 5)) as lower_bound
    from cut_points_listed
    where lower_bound is not null
)
{%- endmacro %}
