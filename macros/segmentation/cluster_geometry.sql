{#- ln(1 + x) reduces the weight of a few very large customers. It is rounded so that sums of it are exact. -#}
{% macro rounded_log(value) -%}
    cast(round(ln(1 + cast({{ value }} as double)), 9) as decimal(18, 9))
{%- endmacro %}

{#- A metric without spread does not separate customers, so its feature is 0 for all. -#}
{% macro standardised(log_value, metric) -%}
    coalesce(
        round(({{ log_value }} - scaling.{{ metric }}_mean) / nullif(scaling.{{ metric }}_stddev, 0), 9), 0
    )
{%- endmacro %}

{% macro most_clusters() -%}
    {{- return(setting("cluster_range")[1] if setting("n_clusters") == "auto" else setting("n_clusters")) -}}
{%- endmacro %}

{#-
    CTEs from `customers`, with z_recency, z_frequency and z_monetary, to `clusters_found`: the nearest cluster, the
    lower id on a tie, and the second nearest. Needs the CTE centroids; with several models, the one with the customer's
    value of `by`. Without a model there are no rows. A cluster that the model does not have is at distance NULL, which
    least() ignores.
-#}
{% macro nearest_cluster_steps(customers, by=none) %}
{%- set clusters = range(1, most_clusters() + 1) -%}
distances_measured as (
    select
        {{ customers }}.*,
        {% for cluster in clusters -%}
        sqrt(
            power(z_recency - centroids.recency_{{ cluster }}, 2)
            + power(z_frequency - centroids.frequency_{{ cluster }}, 2)
            + power(z_monetary - centroids.monetary_{{ cluster }}, 2)
        ) as distance_{{ cluster }}{{ "," if not loop.last }}
        {% endfor %}
    from {{ customers }}
    {% if by %}inner join centroids on {{ customers }}.{{ by }} = centroids.{{ by }}{% else %}cross join centroids{% endif %}
    where centroids.recency_1 is not null
),

nearest_found as (
    select
        distances_measured.*,
        least({% for cluster in clusters %}distance_{{ cluster }}, {% endfor %}null) as centroid_distance
    from distances_measured
),

nearest_named as (
    select
        nearest_found.*,
        case centroid_distance
            {%- for cluster in clusters %}
            when distance_{{ cluster }} then {{ cluster }}
            {%- endfor %}
        end as cluster_id
    from nearest_found
),

next_found as (
    select
        nearest_named.*,
        least(
            {%- for cluster in clusters %}
            case when cluster_id != {{ cluster }} then distance_{{ cluster }} end,
            {%- endfor %}
            null
        ) as next_distance
    from nearest_named
),

clusters_found as (
    select
        next_found.*,
        case
            {%- for cluster in clusters %}
            when cluster_id != {{ cluster }} and distance_{{ cluster }} = next_distance then {{ cluster }}
            {%- endfor %}
        end as next_cluster_id,
        case
            when next_distance is null then 1
            when next_distance = 0 then 0
            else 1 - centroid_distance / next_distance
        end as assignment_margin
    from next_found
)
{%- endmacro %}
