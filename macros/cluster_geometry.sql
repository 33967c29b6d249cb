{#- ln(1 + x) tames the few very large customers; rounded, so that sums of it are exact. -#}
{% macro rounded_log(value) -%}
    cast(round(ln(1 + cast({{ value }} as double)), 9) as decimal(18, 9))
{%- endmacro %}

{#- A metric without spread tells customers nothing apart: its feature is 0 for all. -#}
{% macro standardised(log_value, metric) -%}
    coalesce(
        round(({{ log_value }} - scaling.{{ metric }}_mean) / nullif(scaling.{{ metric }}_stddev, 0), 9), 0
    )
{%- endmacro %}

{% macro most_clusters() -%}
    {{- return(setting("cluster_range")[1] if setting("n_clusters") == "auto" else setting("n_clusters")) -}}
{%- endmacro %}

{#- NULL for a cluster that the model doesn't have; least() passes over it. -#}
{% macro distance_to_cluster(number) -%}
    sqrt(
        {%- for metric in ["recency", "frequency", "monetary"] %}
        power(z_{{ metric }} - centroids.{{ metric }}_{{ number }}, 2){{ " +" if not loop.last }}
        {%- endfor %}
    )
{%- endmacro %}

{#- The smallest of an expression over all clusters, # standing for the number; NULLs are passed over. -#}
{% macro least_of(clusters, expression) -%}
    least(
        {%- for cluster in clusters %}
        {{ expression | replace("#", cluster) }},
        {%- endfor %}
        null
    )
{%- endmacro %}

{#- The lower id on a tie. -#}
{% macro nearest_cluster(clusters) -%}
    case centroid_distance
        {%- for cluster in clusters %}
        when distance_{{ cluster }} then {{ cluster }}
        {%- endfor %}
    end
{%- endmacro %}

{% macro next_nearest_distance(clusters) -%}
    {{ least_of(clusters, 'case when cluster_id != # then distance_# end') }}
{%- endmacro %}

{% macro margin() -%}
    case
        when next_distance is null then 1
        when next_distance = 0 then 0
        else 1 - centroid_distance / next_distance
    end
{%- endmacro %}
