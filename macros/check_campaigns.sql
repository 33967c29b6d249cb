{#- What of a campaign can't be, before its columns are read; the audience is checked by check_audiences. -#}
{% macro check_campaigns() %}
    {%- if execute and not flags.EMPTY -%}
        {%- set relation = edited_table("campaigns") | string -%}
        {%- set place = table_of_campaigns() -%}
        {%- set known = ["campaign", "audience", "starts_on", "ends_on", "control_share"] -%}
        {%- set found = types_of_relation(parts_of_name(relation)) | map("lower") | list -%}
        {%- for column in found if column not in known -%}
            {%- set close = closest_name(column, known) -%}
            {{- exceptions.raise_compiler_error(
                place ~ " has a column " ~ column ~ ". " ~ ("Did you mean " ~ close ~ "?" if close else "Known: " ~ known | join(", ") ~ ".")
            ) -}}
        {%- endfor -%}
        {%- for column in known if column not in found -%}
            {{- exceptions.raise_compiler_error(place ~ " has no column " ~ column ~ ". It needs " ~ known | join(", ") ~ ".") -}}
        {%- endfor -%}
        {%- set names = {} -%}
        {%- for campaign in run_query(
            "select cast(" ~ known | join(" as string), cast(") ~ " as string) from " ~ relation ~ " order by 1, 3"
        ).rows -%}
            {%- set problem = problem_of_campaign(dict(zip(known, campaign)), names) -%}
            {%- if problem -%}
                {{- exceptions.raise_compiler_error(place ~ ", campaign " ~ written(campaign[0]) ~ ", " ~ problem) -}}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{% macro table_of_campaigns() %}
    {%- set relation = relation_of_setting("campaigns_relation") -%}
    {{- return(
        "The table " ~ parts_of_name(relation) | join(".") ~ " (var campaigns_relation)" if relation else "The seed campaigns"
    ) -}}
{% endmacro %}

{#- The first thing wrong with it, from its column on; `names` are those of the campaigns before it, and gets its own. -#}
{% macro problem_of_campaign(campaign, names) %}
    {%- set name = (campaign.campaign or "") | trim -%}
    {%- set bare_name = modules.re.sub("\\W+", "-", name | lower).strip("-") -%}
    {%- if not bare_name -%}
        {{- return("column campaign: it has no name. Give it one of letters or digits.") -}}
    {%- elif bare_name in names -%}
        {{- return("column campaign: it overlaps with the name " ~ written(names[bare_name]) ~ ". Give each its own.") -}}
    {%- endif -%}
    {%- do names.update({bare_name: name}) -%}
    {%- if not (campaign.audience or "") | trim -%}
        {{- return("column audience: it is empty. Write true for all customers.") -}}
    {%- endif -%}
    {%- for column in ["starts_on", "ends_on"] if not is_date((campaign[column] or "") | trim | replace(" 00:00:00", "")) -%}
        {{- return("column " ~ column ~ ": " ~ written(campaign[column]) ~ " is no date. Write it as YYYY-MM-DD.") -}}
    {%- endfor -%}
    {%- if campaign.ends_on | trim < campaign.starts_on | trim -%}
        {{- return("column ends_on: " ~ campaign.ends_on ~ " lies before starts_on, " ~ campaign.starts_on ~ ".") -}}
    {%- elif not modules.re.fullmatch("0*[.][0-9]+", (campaign.control_share or "") | trim) or campaign.control_share | float == 0 -%}
        {{- return(
            "column control_share: " ~ written(campaign.control_share) ~ " is no number above 0 and below 1, such as 0.2."
        ) -}}
    {%- endif -%}
    {{- return(none) -}}
{% endmacro %}

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
