with
groups as (
    select * from {{ ref('quintile', 'campaign_groups') }}
),

outcomes as (
    select * from {{ ref('quintile', 'campaign_outcomes') }}
    where not is_trial
),

-- By their starts, a campaign overlaps with one before that ends later, or with the next one.
overlaps_found as (
    select
        *,
        coalesce(
            max(ends_on) over (
                partition by customer_id
                order by starts_on, ends_on, campaign rows between unbounded preceding and 1 preceding
            ) >= starts_on,
            false
        )
        or coalesce(
            lead(starts_on) over (partition by customer_id order by starts_on, ends_on, campaign) <= ends_on, false
        ) as is_in_others
    from groups
),

members_stacked as (
    {% for segment in ["'all'", 'members.cluster_label'] -%}
    select
        members.campaign,
        {{ segment }} as segment,
        members.campaign_group,
        members.starts_on,
        members.ends_on,
        members.is_in_others,
        outcomes.orders,
        outcomes.spend
    from overlaps_found as members
    left join outcomes
        on members.campaign = outcomes.campaign
            and members.customer_id = outcomes.customer_id
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
        sum(
            case when campaign_group = '{{ group }}' then case when orders > 0 then 1 when orders = 0 then 0 end end
        ) as {{ group }}_active,
        sum(case when campaign_group = '{{ group }}' then orders end) as {{ group }}_orders,
        cast(sum(case when campaign_group = '{{ group }}' then spend end) as decimal(18, 4)) as {{ group }}_spend,
        {{ sum_of_squares("case when campaign_group = '" ~ group ~ "' then spend end") }} as {{ group }}_squares
        {%- endfor %}
    from members_stacked
    group by campaign, segment, starts_on, ends_on
)

select * from groups_summed
