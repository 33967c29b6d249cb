with
campaigns_given as (
    select * from {{ ref('quintile', 'campaigns_given') }}
),

campaigns_fixed as (
    select * from {{ ref('quintile', 'campaigns_fixed') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

names_known as (
    {% for tier in ['High', 'Medium', 'Low'] -%}
    select '{{ tier }}' as known_name
    union
    {% endfor -%}
    select rfm_segment as known_name from {{ ref('quintile', 'segment_grid') }}
    union
    select cluster_label as known_name from {{ ref('quintile', 'playbook') }}
),

-- What was drawn stays, whatever the seed says of it by now.
campaigns as (
    select
        campaigns_given.campaign,
        {% for column in ['audience', 'starts_on', 'ends_on', 'control_share'] -%}
        coalesce(campaigns_fixed.{{ column }}, campaigns_given.{{ column }}) as {{ column }},
        {% endfor -%}
        campaigns_fixed.campaign is not null as is_fixed
    from campaigns_given
    left join campaigns_fixed on campaigns_given.campaign = campaigns_fixed.campaign
),

audiences_understood as (
    select
        campaigns.*,
        case
            when names_known.known_name is null then campaigns.audience
            else
                {{ as_literal('campaigns.audience') }}
                || ' in (marketing_tier, rfm_segment, cluster_label, split_part(cluster_label, '','', 1))'
        end as condition,
        names_known.known_name is not null as is_name
    from campaigns
    left join names_known on split_part(campaigns.audience, ',', 1) = names_known.known_name
),

windows_measured as (
    select
        audiences_understood.*,
        {{ days_between('audiences_understood.starts_on', 'audiences_understood.ends_on') }} + 1 as window_days,
        least(audiences_understood.starts_on, as_of.as_of_date) as known_until,
        as_of.as_of_date >= audiences_understood.starts_on and not audiences_understood.is_fixed as is_due,
        as_of.as_of_date > audiences_understood.ends_on as is_over
    from audiences_understood
    cross join as_of
),

trials_placed as (
    select
        *,
        case when not is_over then {{ days_later('-window_days', 'known_until') }} end as tried_on
    from windows_measured
)

select * from trials_placed
