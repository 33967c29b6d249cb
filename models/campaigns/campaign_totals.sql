with
groups as (
    select * from {{ ref('quintile', 'campaign_groups') }}
),

outcomes as (
    select * from {{ ref('quintile', 'campaign_outcomes') }}
    where not is_trial
),

members_of_several as (
    select distinct
        groups.campaign,
        groups.customer_id
    from groups
    inner join groups as others
        on groups.customer_id = others.customer_id
            and groups.campaign != others.campaign
            and groups.starts_on <= others.ends_on
            and groups.ends_on >= others.starts_on
),

members_stacked as (
    {% for segment in ["'all'", 'groups.cluster_label'] -%}
    select
        groups.campaign,
        {{ segment }} as segment,
        groups.campaign_group,
        groups.starts_on,
        groups.ends_on,
        members_of_several.customer_id is not null as is_in_others,
        outcomes.orders,
        outcomes.spend
    from groups
    left join members_of_several
        on groups.campaign = members_of_several.campaign
            and groups.customer_id = members_of_several.customer_id
    left join outcomes
        on groups.campaign = outcomes.campaign
            and groups.customer_id = outcomes.customer_id
    {{ "union all" if not loop.last }}
    {% endfor %}
),

groups_summed as (
    select
        campaign,
        segment,
        starts_on,
        ends_on,
        sum(case when is_in_others then 1 else 0 end) as overlapping_customers
        {%- for group in ['treated', 'control'] %},
        sum(case when campaign_group = '{{ group }}' then 1 else 0 end) as {{ group }}_customers,
        sum(case when campaign_group = '{{ group }}' then case when orders > 0 then 1 when orders = 0 then 0 end end) as {{ group }}_active,
        sum(case when campaign_group = '{{ group }}' then orders end) as {{ group }}_orders,
        cast(sum(case when campaign_group = '{{ group }}' then spend end) as decimal(18, 4)) as {{ group }}_spend,
        {{ sum_of_squares("case when campaign_group = '" ~ group ~ "' then spend end") }} as {{ group }}_squares
        {%- endfor %}
    from members_stacked
    group by campaign, segment, starts_on, ends_on
)

select * from groups_summed
