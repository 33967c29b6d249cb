{#- A run that changes tables records in the database what it has begun, and clears the record when it ends. Not where
    Quintile is installed as a package, since the database is not its own, and only in DuckDB files, which reports and
    exports read. -#}
{% macro mark_build_started() %}
    {%- if is_own_database() and flags.WHICH in ["build", "run", "seed", "snapshot"] -%}
        {{- write_doubts(ask_about_doubts("doubts_at_start", {
            "selected": selected_resources,
            "began": build_began(),
        })) -}}
    {%- endif -%}
{% endmacro %}

{% macro mark_build_ended(results) %}
    {%- if is_own_database() and flags.WHICH in ["build", "run", "seed", "snapshot", "test"] -%}
        {%- set statuses = {} -%}
        {%- for result in results -%}
            {%- do statuses.update({result.node.unique_id: result.status | string}) -%}
        {%- endfor -%}
        {{- write_doubts(ask_about_doubts("doubts_at_end", {"results": statuses})) -}}
    {%- endif -%}
{% endmacro %}

{% macro build_began() %}
    {{- return(run_started_at.strftime("%Y-%m-%d %H:%M UTC")) -}}
{% endmacro %}

{% macro is_own_database() %}
    {{- return(execute and project_name == "quintile" and target.type == "duckdb") -}}
{% endmacro %}

{% macro ask_about_doubts(function, facts) %}
    {%- set standing = run_query(
        "select table_name from information_schema.tables where table_catalog = current_database()"
    ).columns[0].values() -%}
    {%- set nodes = {} -%}
    {%- for node in graph.nodes.values() if node.resource_type in ["model", "seed", "snapshot", "test"] -%}
        {%- do nodes.update({node.unique_id: {
            "name": node.name,
            "type": node.resource_type,
            "stands": node.name in standing
                or (node.unique_id in selected_resources and node.config.materialized != "ephemeral"),
            "parents": node.depends_on.nodes | default([]),
        }}) -%}
    {%- endfor -%}
    {%- set asked = dict(facts, nodes=nodes, doubts=doubts_before(), run=invocation_id) -%}
    {{- return(ask_python(function, tojson(asked), "").doubts) -}}
{% endmacro %}

{% macro doubts_before() %}
    {%- set kept = adapter.get_relation(target.database, target.schema, "unfinished_tables") -%}
    {%- set doubts = [] -%}
    {%- if kept -%}
        {%- for row in run_query("select node, cause, reason from " ~ kept).rows -%}
            {%- do doubts.append({"node": row[0], "cause": row[1], "reason": row[2]}) -%}
        {%- endfor -%}
    {%- endif -%}
    {{- return(doubts) -}}
{% endmacro %}

{#- One transaction, so that all records change or none. -#}
{% macro write_doubts(doubts) %}
    {%- set on_segments = doubts | selectattr("node", "equalto", "model.quintile.segments") | list -%}
    begin;
    create or replace table {{ target.schema }}.unfinished_tables (
        table_name varchar, reason varchar, node varchar, cause varchar
    );
    comment on table {{ target.schema }}.unfinished_tables is
        'Tables that may come from another build than the rest, and why. Empty after a complete build.';
    {% if doubts -%}
    insert into {{ target.schema }}.unfinished_tables values
    {% for doubt in doubts -%}
    (
        {{ text_literal(doubt.node.split(".")[2]) }},
        {{ text_literal(doubt.reason) }},
        {{ text_literal(doubt.node) }},
        {{ text_literal(doubt.cause) }}
    ){{ "," if not loop.last }}
    {% endfor -%};
    {% endif -%}
    {%- if has_score_customer() %}
    {{ describe_score_customer(on_segments[0].reason if on_segments) }}
    {% endif -%}
    commit
{% endmacro %}

{% macro has_score_customer() %}
    {%- set query -%}
        select count(*)
        from duckdb_functions()
        where database_name = current_database()
            and schema_name = '{{ target.schema }}'
            and function_name = 'score_customer'
    {%- endset -%}
    {{- return(run_query(query).columns[0].values()[0] > 0) -}}
{% endmacro %}

{#- The comment that duckdb_functions() shows: what the function returns, and whether the build is complete. -#}
{% macro describe_score_customer(doubt) %}
    {%- set answers = "Scores, segment, cluster, label and tier of a customer, by the cut points and centroids of segments." -%}
    {%- set comment = ("Of an unfinished build: " ~ doubt ~ ". " if doubt else "") ~ answers -%}
    {%- for kind in ["macro", "macro table"] %}
    comment on {{ kind }} {{ target.schema }}.score_customer is {{ text_literal(comment) }};
    {%- endfor %}
{% endmacro %}
