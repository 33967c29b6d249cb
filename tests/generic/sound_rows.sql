{#- All tests of a model's rows in one pass: keys are unique (NULL counts as a value), and every rule is true of every
    row. A failing row shows the first rule that it breaks. Numbers that lie close together, as lines of files do, are
    counted faster in ranges (`key_is_dense`): rows of a range with unique numbers are as many as its distinct bits. -#}
{% test sound_rows(model, key=[], not_null=[], rules=[], key_is_dense=false) %}
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

{% if key_is_dense -%}
{%- set range_number = "coalesce(" ~ key[0] ~ " >> 5, -1)" -%}
ranges_failing as (
    select {{ range_number }} as range_number
    from rows_judged
    group by {{ range_number }}
    having count(*) > coalesce(bit_count(bit_or(cast(1 as bigint) << cast({{ key[0] }} & 31 as int))), 0)
        or min(rule_number) is not null
),

rows_suspected as (
    select rows_judged.*
    from rows_judged
    inner join ranges_failing on {{ range_number }} = ranges_failing.range_number
),

{% endif -%}
rows_failing as (
    {% if key -%}
    select
        {{ key | join(", ") }},
        count(*) as rows_found,
        min(rule_number) as rule_number
    from {{ "rows_suspected" if key_is_dense else "rows_judged" }}
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
