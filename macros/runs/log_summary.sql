{% macro log_summary(results) %}
    {%- if execute and project_name == "quintile" and flags.WHICH in ["build", "run", "test"] -%}
        {%- set done = namespace(tables=0, checks=0, not_done=0) -%}
        {%- for result in results -%}
            {%- set kind = result.node.resource_type | string -%}
            {%- set status = result.status | string -%}
            {%- if status in ["error", "fail", "skipped", "runtime error"] -%}
                {%- set done.not_done = done.not_done + 1 -%}
            {%- elif kind in ["model", "seed"] -%}
                {%- set done.tables = done.tables + 1 -%}
            {%- elif kind in ["test", "unit_test"] -%}
                {%- set done.checks = done.checks + 1 -%}
            {%- endif -%}
        {%- endfor -%}
        {%- set seconds = (modules.datetime.datetime.now(run_started_at.tzinfo) - run_started_at).total_seconds() -%}
        {%- do log(
            "Built " ~ done.tables ~ " tables and views in " ~ (seconds | round | int) ~ " seconds; " ~ done.checks
            ~ " tests passed, " ~ done.not_done ~ " tables or tests failed or were skipped",
            info=true
        ) -%}
    {%- endif -%}
{% endmacro %}
