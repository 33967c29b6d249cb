{#- The campaigns whose audience this build looks for; none where dbt only compiles. -#}
{% macro campaigns_to_find(campaigns) %}
    {%- if not execute or flags.EMPTY or not load_relation(campaigns) -%}{{ return([]) }}{%- endif -%}
    {{- return(run_query(
        "select campaign, condition from " ~ campaigns ~ " where is_due or tried_on is not null order by campaign"
    ).rows) -}}
{% endmacro %}

{#- The key is random_seed: another one draws other groups. -#}
{% macro keyed_text(text) -%}
    '{{ setting("random_seed") }} ' || {{ text }}
{%- endmacro %}

{#- A number from 0 to below 1 that looks like chance, the same in every engine: six digits of a hash. -#}
{% macro share_of_hash(text) -%}
    (
        {%- for place in range(1, 7) %}
        {{ "+ " if not loop.first }}cast(instr('0123456789abcdef', substr(md5({{ text }}), {{ place }}, 1)) - 1 as double) / {{ 16 ** place }}
        {%- endfor %}
    )
{%- endmacro %}

{#- Groups are kept for good, but not for customers of another shop: its campaigns were others. -#}
{% macro remove_groups_of_another_shop(groups, model_drift) %}
    {%- if execute and not flags.EMPTY and load_relation(groups) -%}
        {%- set is_another = is_another_shop(model_drift) -%}
        {%- set campaigns = run_query("select count(distinct campaign) from " ~ groups ~ " where " ~ is_another).columns[0].values()[0] -%}
        {%- if campaigns -%}
            {%- do log("Groups of " ~ campaigns ~ " campaign" ~ ("s" if campaigns > 1 else "") ~ " of another shop are removed", info=true) -%}
            {{- remove_rows(groups, is_another) -}}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- Whether this build found other customers than the one before. -#}
{% macro is_another_shop(model_drift) -%}
    exists (
        select 1
        from {{ model_drift }} as decisions
        where decisions.build_number = (select max(latest.build_number) from {{ model_drift }} as latest)
            and decisions.reason = 'fitted: the kept model is of other customers'
    )
{%- endmacro %}

{#- quintile forget searches the databases that it knows; here go those whom the list names, wherever this is built. -#}
{% macro remove_forgotten(table) %}
    {%- if execute and not flags.EMPTY and forgotten_customers().hashes -%}
        {{- remove_rows(table, is_forgotten("customer_id")) -}}
    {%- endif -%}
{% endmacro %}
