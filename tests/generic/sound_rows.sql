{#- All tests of a model's rows in one pass: keys are unique (NULL counts as a value), and every rule is true of every
    row. A failing row shows the first rule that it breaks. -#}
{% test sound_rows(model, key=[], not_null=[], rules=[]) %}
{%- set all_rules = [] -%}
{%- for column in not_null -%}
    {%- do all_rules.append(column ~ " is not null") -%}
{%- endfor -%}
{%- do all_rules.extend(rules) -%}
with
-- The smallest number of a group is found faster than its first text.
rows_judged as (
    select
        {{ (key or ["*"]) | join(", ") }},
        {% if all_rules -%}
        case
            {%- for rule in all_rules %}
            when not coalesce({{ rule }}, false) then cast({{ loop.index }} as tinyint)
            {%- endfor %}
        end
        {%- else -%}
        cast(null as tinyint)
        {%- endif %} as rule_number
    from {{ model }}
),

rows_failing as (
    {% if key -%}
    select
        {{ key | join(", ") }},
        count(*) as rows_found,
        min(rule_number) as rule_number
    from rows_judged
    group by {{ key | join(", ") }}
    having count(*) > 1 or min(rule_number) is not null
    {%- else -%}
    select * from rows_judged
    where rule_number is not null
    {%- endif %}
)

select
    {{ (key + ["rows_found"] if key else ["*"]) | join(", ") }},
    {% if all_rules -%}
    case rule_number
        {%- for rule in all_rules %}
        when {{ loop.index }} then {{ quintile.text_literal(rule) }}
        {%- endfor %}
    end
    {%- else -%}
    cast(null as string)
    {%- endif %} as broken_rule
from rows_failing
{% endtest %}
