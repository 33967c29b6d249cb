{% macro opened_customers() %}
    {%- set spec = env_var("QUINTILE_CUSTOMERS_TO_SCORE", "") -%}
    {%- if not spec or not execute -%}{{ return({"files": [], "groups": []}) }}{%- endif -%}
    {{- return(ask_python("open_customers", spec, tojson({"encoding": setting("file_encoding")}))) -}}
{% endmacro %}
