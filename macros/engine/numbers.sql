{#- How the engines compute: numbers, quantiles, arrays. -#}

{#- The functions that repeat a row for each number of a range differ. -#}
{% macro each_number(first, last) %}
    {{- return(adapter.dispatch("each_number", "quintile")(first, last)) -}}
{% endmacro %}

{% macro duckdb__each_number(first, last) -%}
    unnest(generate_series({{ first }}, {{ last }}))
{%- endmacro %}

{% macro spark__each_number(first, last) -%}
    explode(sequence({{ first }}, {{ last }}))
{%- endmacro %}

{#- The names of a linearly interpolated quantile differ. DuckDB would round to the scale of a DECIMAL. -#}
{% macro quantile(value, share) %}
    {{- return(adapter.dispatch("quantile", "quintile")(value, share)) -}}
{% endmacro %}

{% macro duckdb__quantile(value, share) -%}
    quantile_cont(cast({{ value }} as double), {{ share }})
{%- endmacro %}

{% macro spark__quantile(value, share) -%}
    percentile(cast({{ value }} as double), {{ share }})
{%- endmacro %}

{#- Several quantiles in one pass, as an array in the order of the shares. One by one they take three times as long. -#}
{% macro quantiles(value, shares) %}
    {{- return(adapter.dispatch("quantiles", "quintile")(value, shares)) -}}
{% endmacro %}

{% macro duckdb__quantiles(value, shares) -%}
    quantile_cont(cast({{ value }} as double), {{ shares }})
{%- endmacro %}

{% macro spark__quantiles(value, shares) -%}
    percentile(cast({{ value }} as double), array({{ shares | join(", ") }}))
{%- endmacro %}

{#- The mean of a DECIMAL is a DECIMAL on Spark. -#}
{% macro mean(value) %}
    {{- return(adapter.dispatch("mean", "quintile")(value)) -}}
{% endmacro %}

{% macro duckdb__mean(value) -%}
    avg({{ value }})
{%- endmacro %}

{% macro spark__mean(value) -%}
    cast(sum({{ value }}) as double) / count({{ value }})
{%- endmacro %}

{#- Engines index arrays differently, from 0 or from 1; here from 1. -#}
{% macro array_item(array, number) %}
    {{- return(adapter.dispatch("array_item", "quintile")(array, number)) -}}
{% endmacro %}

{% macro duckdb__array_item(array, number) -%}
    {{ array }}[{{ number }}]
{%- endmacro %}

{% macro spark__array_item(array, number) -%}
    element_at({{ array }}, {{ number }})
{%- endmacro %}

{#- DuckDB is thirty times as fast in 64 bits, which hold the product of two numbers below 100,000. -#}
{% macro money_product(quantity, unit_price) %}
    {{- return(adapter.dispatch("money_product", "quintile")(quantity, unit_price)) -}}
{% endmacro %}

{% macro duckdb__money_product(quantity, unit_price) -%}
    case
        when abs({{ quantity }}) < 100000 and abs({{ unit_price }}) < 100000
            then cast(cast({{ quantity }} as decimal(18, 4)) * {{ unit_price }} as decimal(18, 4))
        else try_cast(cast({{ quantity }} as decimal(38, 4)) * {{ unit_price }} as decimal(18, 4))
    end
{%- endmacro %}

{% macro spark__money_product(quantity, unit_price) -%}
    try_cast(cast({{ quantity }} as decimal(18, 4)) * {{ unit_price }} as decimal(18, 4))
{%- endmacro %}

{#- Computed in whole ten-thousandths, since DuckDB divides DECIMALs as DOUBLEs, and Spark keeps six decimals of a
    quotient. -#}
{% macro exact_share(amount, part, whole) %}
    {%- set divided = adapter.dispatch("exact_share", "quintile")(amount, part, whole) -%}
    {{- return(
        "case when " ~ part ~ " = " ~ whole ~ " then " ~ amount ~ " when " ~ part ~ " = 0 then 0 else " ~ divided ~ " end"
    ) -}}
{% endmacro %}

{% macro duckdb__exact_share(amount, part, whole) -%}
    {%- set doubled_whole = "2 * cast(cast(" ~ whole ~ " as decimal(38, 4)) * 10000 as hugeint)" -%}
    cast(
        cast(
            (
                2 * cast(cast({{ amount }} as decimal(38, 4)) * 10000 as hugeint)
                * cast(cast({{ part }} as decimal(38, 4)) * 10000 as hugeint)
                + cast(cast({{ whole }} as decimal(38, 4)) * 10000 as hugeint)
            ) // ({{ doubled_whole }}) as decimal(38, 4)
        ) * 0.0001 as decimal(18, 4)
    )
{%- endmacro %}

{% macro spark__exact_share(amount, part, whole) -%}
    cast(
        (
            2 * cast(({{ amount }}) * 10000 as decimal(18, 0)) * cast(({{ part }}) * 10000 as decimal(18, 0))
            + cast(({{ whole }}) * 10000 as decimal(18, 0))
        ) div (2 * cast(({{ whole }}) * 10000 as decimal(18, 0))) * 0.0001 as decimal(18, 4)
    )
{%- endmacro %}
