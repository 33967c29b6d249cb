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
