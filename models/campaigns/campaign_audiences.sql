with
customers as (
    select * from {{ ref('quintile', 'campaign_customers') }}
),

campaigns as (
    select * from {{ ref('quintile', 'campaign_list') }}
),

-- A bracket right after where would be the columns of an alias of that name to Spark.
conditions_tried as (
    {% for campaign in campaigns_to_find(ref('quintile', 'campaign_list')) -%}
    select
        {{ text_literal(campaign.campaign) }} as campaign,
        customers.*
    from customers
    where coalesce({{ campaign.condition }}, false)
    union all
    {% endfor -%}
    select
        cast(null as string) as campaign,
        customers.*
    from customers
    where false
),

audiences_found as (
    select
        conditions_tried.*,
        conditions_tried.known_on = campaigns.tried_on as is_trial
    from conditions_tried
    inner join campaigns
        on conditions_tried.campaign = campaigns.campaign
            and (
                conditions_tried.known_on = campaigns.tried_on
                or (campaigns.is_due and conditions_tried.known_on = campaigns.starts_on)
            )
)

select * from audiences_found
