{% macro ask_python(function, first, second) %}
    {%- set answer = fromjson(answer_of_python(function, first, second)) -%}
    {%- if answer.error -%}{{ exceptions.raise_compiler_error(answer.error) }}{%- endif -%}
    {{- return(answer) -}}
{% endmacro %}

{#- DuckDB calls a function of the plugin, which knows the files. dbt-spark has no plugins. -#}
{% macro answer_of_python(function, first, second) %}
    {{- return(adapter.dispatch("answer_of_python", "quintile")(function, first, second)) -}}
{% endmacro %}

{% macro duckdb__answer_of_python(function, first, second) %}
    {%- set call -%}
        select {{ function }}({{ text_literal(first) }}, {{ text_literal(second) }})
    {%- endset -%}
    {{- return(run_query(call).columns[0].values()[0]) -}}
{% endmacro %}

{% macro spark__answer_of_python(function, first, second) %}
    {{- return(adapter.ask_python(function, first, second)) -}}
{% endmacro %}
