{#- Texts are not shown, since they may be ids. -#}
{% macro log_rejected_lines(rejected_lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set groups = rejections_by_reason(rejected_lines) -%}
        {%- for group in groups[:20] -%}
            {%- set lines = group.lines ~ (" line" if group.lines == 1 else " lines") -%}
            {%- set done = "Passed over " ~ lines if group.is_of_totals else "Rejected " ~ lines ~ ", " ~ words_on_money(group) -%}
            {%- do log(done ~ ": " ~ group.what ~ " (" ~ group.place ~ ")", info=true) -%}
        {%- endfor -%}
        {%- if groups | length > 20 -%}
            {%- do log("Rejected " ~ groups[20:] | sum(attribute="lines") ~ " more lines for other reasons", info=true) -%}
        {%- endif -%}
        {%- if advice_on(groups) -%}{%- do log(advice_on(groups) | trim, info=true) -%}{%- endif -%}
    {%- endif -%}
{% endmacro %}

{% macro rejections_by_reason(rejected_lines) %}
    {%- set groups = rows_of(
        "select column_name, reason, count(*) as lines, count(amount) as known, sum(amount) as amount, "
        ~ "count(amount_at_most) as bounded, sum(amount_at_most) as amount_at_most, min(source_file) as source_file, "
        ~ "min(case when source_file = first_file then line_number end) as line_number "
        ~ "from (select *, min(source_file) over (partition by column_name, reason) as first_file from " ~ rejected_lines ~ ") as lines "
        ~ "group by column_name, reason order by lines desc, column_name, reason"
    ) -%}
    {%- for group in groups -%}
        {%- set is_of_totals = group.reason == reason_of_totals() -%}
        {%- do group.update({
            "place": place(group.source_file, group.line_number),
            "is_of_totals": is_of_totals,
            "what": (group.column_name ~ ": " if group.column_name != "line" and not is_of_totals) ~ group.reason,
        }) -%}
    {%- endfor -%}
    {{- return(groups) -}}
{% endmacro %}

{% macro words_on_money(group) %}
    {%- set many = group.lines > 1 -%}
    {%- if group.known == group.lines -%}
        {{- return(("amounts that add up to " if many else "an amount of ") ~ two_decimals(group.amount)) -}}
    {%- elif group.bounded == group.lines -%}
        {{- return(("amounts of " if many else "an amount of ") ~ two_decimals(group.amount_at_most) ~ " at most") -}}
    {%- elif group.bounded -%}
        {{- return(
            "amounts of " ~ two_decimals(group.amount_at_most) ~ " at most on " ~ group.bounded ~ ", unknown on the others"
        ) -}}
    {%- endif -%}
    {{- return("unknown amounts" if many else "an unknown amount") -}}
{% endmacro %}

{% macro advice_on(groups) %}
    {%- set reasons = groups | map(attribute="reason") | join(" ") -%}
    {%- set advice = "" -%}
    {%- if "not a date" in reasons -%}
        {%- set advice = advice ~ "Dates that are read: " ~ dates_that_are_read() ~ ". " -%}
    {%- endif -%}
    {%- if "unclear whether" in reasons -%}
        {%- set advice = advice ~ "Where 1,000 is clear to you, set the var decimal_mark to point or comma. " -%}
    {%- endif -%}
    {{- return(advice) -}}
{% endmacro %}
