{#- What a test could show beforehand; this is the quantile of the normal distribution at 0.8: what is 80% probable. -#}
{% macro power_quantile() %}
    {{- return(0.841621233572914) -}}
{% endmacro %}

{#- The smallest surplus of the first of two shares that is found with 80% power at 95% confidence: as much on the scale of
    2 x arcsine of the root, where spread does not depend on the share (Cohen 1988, chapter 6). -#}
{% macro smallest_difference_of_shares(share, first_count, second_count) -%}
    {%- set angle -%}
        (asin(sqrt({{ share }})) + {{ (normal_quantile() + power_quantile()) / 2 }} * {{ error_of_difference(first_count, second_count) }})
    {%- endset -%}
    case when {{ angle }} <= pi() / 2 then power(sin({{ angle }}), 2) - {{ share }} end
{%- endmacro %}

{#- The same of two means, in standard deviations (Bloom 1995). Where values are skewed, a large one in the smaller group
    lowers the difference and widens its interval at once: the lower limit varies more, by
    skewness x (1 / second - 1 / first) / error (Cressie and Whitford 1986). -#}
{% macro smallest_difference_of_means(first_count, second_count, skewness) -%}
    {%- set error = error_of_difference(first_count, second_count) -%}
    {%- set freedom = welch_freedom("(1.0e0 / " ~ first_count ~ ")", first_count, "(1.0e0 / " ~ second_count ~ ")", second_count) -%}
    (
        {{ t_quantile("(" ~ freedom ~ ")") }} + {{ power_quantile() }} * sqrt(
            1 + {{ normal_quantile() }}
            * greatest({{ skewness }} * (1.0e0 / {{ second_count }} - 1.0e0 / {{ first_count }}) / {{ error }}, 0)
        )
    ) * {{ error }}
{%- endmacro %}

{#- Of two means, in standard deviations. -#}
{% macro error_of_difference(first_count, second_count) -%}
    sqrt(1.0e0 / {{ first_count }} + 1.0e0 / {{ second_count }})
{%- endmacro %}
