{% macro check_enough_customers(sample) %}
    {%- if execute and not flags.EMPTY and setting("n_clusters") != "auto" -%}
        {%- set query -%}
            select count(*) from (select distinct z_recency, z_frequency, z_monetary from {{ sample }}) as points
        {%- endset -%}
        {%- set distinct_customers = run_query(query).columns[0].values()[0] -%}
        {%- if setting("n_clusters") > distinct_customers -%}
            {{- exceptions.raise_compiler_error(
                "n_clusters is " ~ setting("n_clusters") ~ ", but there are only " ~ distinct_customers
                ~ " distinct customers. Set it to " ~ distinct_customers ~ " or less, or to auto."
            ) -}}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}
