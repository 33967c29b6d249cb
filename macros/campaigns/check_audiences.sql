{#- An audience that is no name has to be a condition that says the same at every build: over facts of the customer alone.
    One that nobody looks for any more may have had a name that is none by now. -#}
{% macro check_audiences(campaigns, segment_grid, playbook) %}
    {%- if execute and not flags.EMPTY -%}
        {%- for row in run_query(
            "select campaign, audience, is_fixed from " ~ campaigns
            ~ " where not is_name and (is_due or tried_on is not null) order by campaign"
        ).rows -%}
            {%- set place = table_of_campaigns() ~ ", campaign " ~ written(row.campaign)
                ~ (" as it was drawn (remove its line)" if row.is_fixed) ~ ", column audience: " -%}
            {%- set word = unknown_word_of_condition(row.audience) -%}
            {%- if word -%}
                {%- set known = run_query(
                    "select rfm_segment from " ~ segment_grid ~ " union select cluster_label from " ~ playbook ~ " order by 1"
                ).columns[0].values() -%}
                {%- set close = closest_name(row.audience, ["High", "Medium", "Low"] + known | list) -%}
                {{- exceptions.raise_compiler_error(
                    place ~ written(row.audience) ~ " is no tier, label or rfm_segment"
                    ~ (". Did you mean " ~ close ~ "?" if close else
                        ", and as a condition it may not hold " ~ word ~ ". Columns: " ~ columns_of_audience() | join(", ") ~ ".")
                ) -}}
            {%- endif -%}
            {%- do try_or_compiler_error(
                place ~ written(row.audience) ~ " is no tier, label or rfm_segment, and no condition that " ~ target.type
                ~ " can read. Texts, customer_id among them, stand in single quotes. Columns: "
                ~ columns_of_audience() | join(", ") ~ ".",
                run_query, query_with_condition(row.audience)
            ) -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{#- Column of campaign_customers: its type. -#}
{% macro columns_of_audience() %}
    {{- return({
        "customer_id": "varchar", "country": "varchar", "first_ordered_at": "timestamp", "last_ordered_at": "timestamp",
        "recency_days": "integer", "frequency": "integer", "monetary": "decimal(18,4)", "tenure_days": "integer",
        "usual_interval_days": "double", "overdue_ratio": "double", "r_score": "integer", "f_score": "integer",
        "m_score": "integer", "fm_score": "integer", "rfm_code": "varchar", "rfm_segment": "varchar",
        "cluster_label": "varchar", "marketing_tier": "varchar",
    }) -}}
{% endmacro %}

{#- The first word that is neither a column nor one of a few of SQL; no clock, no chance and no other table is among them. -#}
{% macro unknown_word_of_condition(condition) %}
    {%- set words_of_sql = [
        "and", "or", "not", "in", "is", "null", "between", "like", "true", "false", "case", "when", "then", "else", "end", "date",
        "timestamp", "cast", "as", "abs", "lower", "upper", "length", "coalesce", "round", "floor",
    ] -%}
    {%- set without_texts = modules.re.sub("'(?:[^']|'')*'", " ", condition) -%}
    {%- for sign in modules.re.findall(";|--|/[*]|\"|`", without_texts) -%}{{- return(sign) -}}{%- endfor -%}
    {%- for word in modules.re.findall("[^\\W\\d]\\w*", without_texts)
        if word | lower not in words_of_sql and word | lower not in columns_of_audience() -%}
        {{- return(word) -}}
    {%- endfor -%}
    {{- return(none) -}}
{% endmacro %}

{#- On values, as engines don't look at what is compared with NULL; on a customer_id that is no number, as some are not. -#}
{% macro query_with_condition(condition) %}
    {%- set values = {"varchar": "'a text'", "timestamp": "'2024-01-01 10:00:00'"} -%}
    select count(*)
    from (
        select
            {%- for column, type in columns_of_audience().items() %}
            cast({{ values.get(type, "1") if column != "rfm_code" else "'1'" }} as {{ type_named(type) }}) as {{ column }}{{ "," if not loop.last }}
            {%- endfor %}
    ) as customers
    where coalesce({{ condition }}, false)
{% endmacro %}
