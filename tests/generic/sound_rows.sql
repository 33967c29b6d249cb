{#- All tests of a model's rows in one pass: keys are unique (NULL counts as a value), and every rule is true of every
    row. A failing row shows the first rule that it breaks. -#}
{% test sound_rows(model, key=[], not_null=[], rules=[]) %}
{%- set rules = namespace(all=rules) -%}
{%- for column in not_null | reverse -%}
    {%- set rules.all = [column ~ " is not null"] + rules.all -%}
{%- endfor -%}
with
rows_judged as (
    select
        {{ (key or ["*"]) | join(", ") }},
        {% if rules.all -%}
        case
            {%- for rule in rules.all %}
            when not coalesce({{ rule }}, false) then {{ quintile.text_literal(rule) }}
            {%- endfor %}
        end
        {%- else -%}
        cast(null as string)
        {%- endif %} as broken_rule
    from {{ model }}
)

{% if key -%}
select
    {{ key | join(", ") }},
    count(*) as rows_found,
    min(broken_rule) as broken_rule
from rows_judged
group by {{ key | join(", ") }}
having count(*) > 1 or min(broken_rule) is not null
{%- else -%}
select * from rows_judged
where broken_rule is not null
{%- endif %}
{% endtest %}
