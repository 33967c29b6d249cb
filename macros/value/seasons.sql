{% macro season_ratio(season, rest, expected_ratio, size) -%}
    {%- set orders = 20 -%}
    (
        ({{ season }} + {{ orders }} * {{ size }} * {{ expected_ratio }} / (1e0 + {{ expected_ratio }}))
        / ({{ rest }} + {{ orders }} * {{ size }} / (1e0 + {{ expected_ratio }}))
    )
{%- endmacro %}

{% macro season_index(ratio, horizon_days) -%}
    {{ ratio }} / (1 + ({{ ratio }} - 1) * least({{ horizon_days }}, 365) / 365e0)
{%- endmacro %}
