{#- What was fixed in this build, and what of the seed is not used. -#}
{% macro log_campaigns(groups, campaigns) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select
                campaigns.campaign,
                campaigns.is_due,
                max(cast(campaigns.starts_on as string)) as starts_on,
                count(groups.customer_id) as customers,
                sum(case when groups.campaign_group = 'control' then 1 else 0 end) as control,
                max({{ days_between('groups.starts_on', 'groups.fixed_on') }}) as days_late,
                max(groups.audience != campaigns.audience or groups.starts_on != campaigns.starts_on
                    or groups.ends_on != campaigns.ends_on or groups.control_share != campaigns.control_share) as is_changed
            from {{ campaigns }} as campaigns
            left join {{ groups }} as groups on campaigns.campaign = groups.campaign
            group by campaigns.campaign, campaigns.is_due
            order by campaigns.campaign
        {%- endset -%}
        {%- for row in run_query(query).rows -%}
            {%- if row.is_due and not row.customers -%}
                {%- do log(
                    "Campaign " ~ row.campaign ~ ": nobody was in its audience before " ~ row.starts_on ~ ", so it has no groups",
                    info=true
                ) -%}
            {%- elif row.is_due -%}
                {%- do log(
                    "Campaign " ~ row.campaign ~ ": " ~ row.customers ~ " customers as known before " ~ row.starts_on ~ ", "
                    ~ row.control ~ " of them held back as control"
                    ~ ("; this is " ~ row.days_late ~ " days after its start, so what was done until now went by other lists"
                        if row.days_late else ""),
                    info=true
                ) -%}
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
