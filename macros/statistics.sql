{#- The statistics of campaigns; this is the quantile of the normal distribution that bounds 95% on both sides. -#}
{% macro normal_quantile() %}
    {{- return(1.959963984540054) -}}
{% endmacro %}

{#- Exact, as sums of doubles would depend on the order of rows. DuckDB keeps the product of two short DECIMALs as short. -#}
{% macro sum_of_squares(value) -%}
    cast(sum(cast({{ value }} as decimal(19, 4)) * cast({{ value }} as decimal(18, 4))) as double)
{%- endmacro %}

{#- Of a sample, from its exact sums; a rounding error never makes it negative. -#}
{% macro variance(count, total, squares) -%}
    (greatest({{ squares }} - {{ total }} * {{ total }} / {{ count }}, 0) / nullif({{ count }} - 1, 0))
{%- endmacro %}

{#- Satterthwaite's degrees of freedom of Welch's test, from the variances of the two means. -#}
{% macro welch_freedom(first_variance, first_count, second_variance, second_count) -%}
    power({{ first_variance }} + {{ second_variance }}, 2) / nullif(
        power({{ first_variance }}, 2) / ({{ first_count }} - 1) + power({{ second_variance }}, 2) / ({{ second_count }} - 1), 0
    )
{%- endmacro %}

{#- Customers who ordered, in each group, below which Welch's interval misses the truth too often: of campaigns of UCI's
    customers that did nothing one in six seemed to do something with ten, and with a tenth held back one in ten with 30. -#}
{% macro fewest_to_compare(first_count, second_count) -%}
    greatest(30, 15 * greatest({{ first_count }}, {{ second_count }}) / least({{ first_count }}, {{ second_count }}))
{%- endmacro %}

{#- Student's quantile at 0.975 by Cornish and Fisher's expansion (Abramowitz and Stegun 1964, 26.7.5), whose coefficients
    at that quantile these are. From 9 degrees of freedom on it is right to 0.00002. -#}
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

{#- A limit of Wilson's 95% interval of a share (1927); side is + or -. -#}
{% macro wilson_limit(share, count, side) -%}
    {%- set z = normal_quantile() -%}
    (
        ({{ share }} + {{ z ** 2 / 2 }} / {{ count }} {{ side }} {{ z }} * sqrt({{ share }} * (1 - {{ share }}) / {{ count }} + {{ z ** 2 / 4 }} / power({{ count }}, 2)))
        / (1 + {{ z ** 2 }} / {{ count }})
    )
{%- endmacro %}

{#- A limit of Newcombe's hybrid score interval of the first share less the second (1998, method 10). -#}
{% macro newcombe_limit(first_share, first_count, second_share, second_count, side) -%}
    {%- set other = "+" if side == "-" else "-" -%}
    (
        {{ first_share }} - {{ second_share }} {{ side }} sqrt(
            power({{ first_share }} - {{ wilson_limit(first_share, first_count, side) }}, 2)
            + power({{ second_share }} - {{ wilson_limit(second_share, second_count, other) }}, 2)
        )
    )
{%- endmacro %}
