{#- What was fixed in this build, and what of the seed is not used. -#}
{% macro log_campaigns(groups, campaigns, campaigns_given) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select
                campaigns.campaign,
                campaigns.is_due,
                max(cast(campaigns.starts_on as string)) as starts_on,
                count(groups.customer_id) as customers,
                count(case when groups.campaign_group = 'control' then 1 end) as control,
                max({{ days_between('groups.starts_on', 'groups.fixed_on') }}) as days_late,
                count(case when groups.label_basis like 'published%' then 1 end) as labels_published,
                max(case when groups.label_basis like 'published%' then groups.label_basis end) as publication,
                max(case when groups.label_basis not like 'published%' then groups.label_basis end) as fit,
                max(groups.audience != given.audience or groups.starts_on != given.starts_on
                    or groups.ends_on != given.ends_on or groups.control_share != given.control_share) as is_changed
            from {{ campaigns }} as campaigns
            inner join {{ campaigns_given }} as given on campaigns.campaign = given.campaign
            left join {{ groups }} as groups on campaigns.campaign = groups.campaign
            group by campaigns.campaign, campaigns.is_due
            order by campaigns.campaign
        {%- endset -%}
        {%- for row in run_query(query).rows -%}
            {%- if row.is_due -%}
                {%- for line in lines_about_draw(row) -%}
                    {%- do log("Campaign " ~ row.campaign ~ ": " ~ line, info=true) -%}
                {%- endfor -%}
            {%- elif row.is_changed -%}
                {%- do log(
                    "Campaign " ~ row.campaign ~ " has started: what " ~ table_of_campaigns() | lower ~ " says of it by now is not "
                    ~ "used. Give another campaign another name",
                    info=true
                ) -%}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{#- How many were drawn, whence their labels and tiers are, how late it is, and whether anything can be measured. -#}
{% macro lines_about_draw(row) %}
    {%- if not row.customers -%}
        {{- return(["nobody was in its audience before " ~ row.starts_on ~ ", so it has no groups"]) -}}
    {%- endif -%}
    {%- set fitted = row.customers - row.labels_published -%}
    {%- set bases = [] -%}
    {%- if row.labels_published -%}{%- do bases.append("of " ~ row.labels_published ~ " " ~ row.publication) -%}{%- endif -%}
    {%- if fitted -%}{%- do bases.append("of " ~ fitted ~ " " ~ row.fit) -%}{%- endif -%}
    {%- set lines = [
        row.customers ~ " customers as known before " ~ row.starts_on ~ ", " ~ row.control
            ~ " of them held back as control; labels and tiers " ~ bases | join(", ")
    ] -%}
    {%- if row.days_late -%}
        {%- do lines.append(
            "this is " ~ row.days_late ~ " day" ~ ("s" if row.days_late > 1 else "")
            ~ " after its start, so what was done until now went by other lists"
        ) -%}
    {%- endif -%}
    {%- if [row.control, row.customers - row.control] | min < 2 -%}
        {%- do lines.append(
            row.control ~ " of " ~ row.customers ~ " held back: nothing can be measured. Another campaign needs more customers, "
            ~ "or a control_share nearer to 0.5"
        ) -%}
    {%- endif -%}
    {{- return(lines) -}}
{% endmacro %}
