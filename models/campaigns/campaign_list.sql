with
campaigns as (
    select * from {{ ref('quintile', 'campaigns_given') }}
),

campaigns_fixed as (
    select * from {{ ref('quintile', 'campaigns_fixed') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

names as (
    {% for tier in ['High', 'Medium', 'Low'] -%}
    select '{{ tier }}' as name
    union
    {% endfor -%}
    select rfm_segment as name from {{ ref('quintile', 'segment_grid') }}
    union
    select cluster_label as name from {{ ref('quintile', 'playbook') }}
),

audiences_understood as (
    select
        campaigns.*,
        case
            when names.name is null then campaigns.audience
            else
                {{ as_literal('campaigns.audience') }}
                || ' in (marketing_tier, rfm_segment, cluster_label, split_part(cluster_label, '','', 1))'
        end as condition,
        names.name is not null as is_name
    from campaigns
    left join names on split_part(campaigns.audience, ',', 1) = names.name
),

-- The last period as long as the campaign that is over by its start, or by now, tells what its test could show.
dates_compared as (
    select
        audiences_understood.*,
        {{ days_between('starts_on', 'ends_on') }} + 1 as days,
        as_of.as_of_date >= starts_on and campaigns_fixed.campaign is null as is_due,
        case
            when as_of.as_of_date <= ends_on
                then {{ days_later('-(' ~ days_between('starts_on', 'ends_on') ~ ' + 1)', 'least(starts_on, as_of.as_of_date)') }}
        end as tried_on
    from audiences_understood
    cross join as_of
    left join campaigns_fixed on audiences_understood.campaign = campaigns_fixed.campaign
)

select * from dates_compared
