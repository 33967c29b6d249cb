{#- The statistics of campaigns. -#}
{% macro normal_quantile() %}
    {{- return(1.959963984540054) -}}
{% endmacro %}

{#- Exact, since a sum of doubles depends on the order of rows. DuckDB keeps the product of two short DECIMALs short.
    -#}
{% macro sum_of_squares(value) -%}
    cast(sum(cast({{ value }} as decimal(19, 4)) * cast({{ value }} as decimal(18, 4))) as double)
{%- endmacro %}

{#- From exact sums; never negative through rounding. -#}
{% macro variance(count, total, squares) -%}
    (greatest({{ squares }} - {{ total }} * {{ total }} / {{ count }}, 0) / nullif({{ count }} - 1, 0))
{%- endmacro %}

{% macro welch_freedom(first_variance, first_count, second_variance, second_count) -%}
    power({{ first_variance }} + {{ second_variance }}, 2) / nullif(
        power({{ first_variance }}, 2) / ({{ first_count }} - 1) + power({{ second_variance }}, 2) / ({{ second_count }} - 1), 0
    )
{%- endmacro %}

{#- Customers who ordered in each group, below which Welch's interval misses the truth too often. Of campaigns without
    effect on UCI's customers, one in six seemed to have one with a minimum of ten, and one in ten with 30 if a tenth
    is held back. -#}
{% macro fewest_to_compare(first_count, second_count) -%}
    greatest(30, 15 * greatest({{ first_count }}, {{ second_count }}) / least({{ first_count }}, {{ second_count }}))
{%- endmacro %}

{#- The constants are the coefficients of the Cornish-Fisher expansion at the 0.975 quantile. -#}
{% macro t_quantile(freedom) -%}
    {%- set z = normal_quantile() -%}
    {%- set terms = [
        (z ** 3 + z) / 4,
        (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
        (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
        (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
    ] -%}
    ({{ z }}{% for term in terms %} + {{ term }} / power({{ freedom }}, {{ loop.index }}){% endfor %})
{%- endmacro %}

{% macro wilson_limit(share, count, side) -%}
    {%- set z = normal_quantile() -%}
    (
        ({{ share }} + {{ z ** 2 / 2 }} / {{ count }} {{ side }} {{ z }} * sqrt({{ share }} * (1 - {{ share }}) / {{ count }} + {{ z ** 2 / 4 }} / power({{ count }}, 2)))
        / (1 + {{ z ** 2 }} / {{ count }})
    )
{%- endmacro %}

{% macro newcombe_limit(first_share, first_count, second_share, second_count, side) -%}
    {%- set other = "+" if side == "-" else "-" -%}
    (
        {{ first_share }} - {{ second_share }} {{ side }} sqrt(
            power({{ first_share }} - {{ wilson_limit(first_share, first_count, side) }}, 2)
            + power({{ second_share }} - {{ wilson_limit(second_share, second_count, other) }}, 2)
        )
    )
{%- endmacro %}
