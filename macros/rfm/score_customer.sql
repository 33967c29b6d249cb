{#- Called after segments is built, so that both are of the same build. With literals instead of tables, the macro works
    under any name by which the file is attached. -#}
{% macro create_score_customer() %}
    {%- set tables = scoring_tables() -%}
    {%- if execute -%}
    {%- set answer %}
        with
        customers (recency_days, frequency, monetary) as (
            select
                {{ metric_value('recency_days') }},
                {{ metric_value('frequency') }},
                {{ metric_value('monetary') }}
        ),
        {% for name, query in tables.items() %}
        {{ name }} as ({{ literal_rows(query) }}),
        {% endfor %}
        {{ scoring_steps() }}
        select
            {%- for column in score_columns() %}
            customers_scored.{{ column }}{{ "," if not loop.last }}
            {%- endfor %}
        from customers_scored
    {%- endset %}
    {%- set name = api.Relation.create(this.database, this.schema, "score_customer") %}
    {{- create_function(name, ["recency_days", "frequency", "monetary"], score_columns(), answer) -}}
    {%- if is_own_database() %};
    {{ describe_score_customer("the build that began at " ~ build_began() ~ " has not ended") }}
    {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- DuckDB prints a double so that it reads back exactly. A query without rows gives one row of NULLs. -#}
{% macro literal_rows(query) %}
    {%- set columns = get_columns_in_query(query) -%}
    {%- set printed %}
        select
            {% for column in columns -%}
            'cast(' || coalesce({{ as_literal("cast(" ~ column ~ " as string)") }}, 'null')
            || ' as ' || typeof({{ column }}) || ') as {{ column }}{{ "" if loop.last else ", " }}'
            {{- " ||" if not loop.last }}
            {% endfor %}
        from (select 1) as always
        left join ({{ query }}) as rows_read on true
        order by 1
    {%- endset -%}
    {%- for row in run_query(printed).columns[0].values() %}
    {{ "union all " if not loop.first }}select {{ row }}
    {%- endfor -%}
{% endmacro %}
