{#- Twice the area between the diagonal and the Lorenz curve, with customers in ascending order of rank. -#}
{% macro gini(ranked_revenue, customers, revenue) -%}
    (2 * cast({{ ranked_revenue }} as double) - ({{ customers }} + 1) * cast({{ revenue }} as double))
    / nullif({{ customers }} * cast({{ revenue }} as double), 0)
{%- endmacro %}
