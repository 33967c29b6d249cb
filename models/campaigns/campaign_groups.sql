with
audiences as (
    select * from {{ ref('quintile', 'campaign_audiences') }}
    where not coalesce(is_trial, false)
),

campaigns as (
    select * from {{ ref('quintile', 'campaign_list') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

-- Tier by tier in an order that only the hash knows: every n-th of them is a share of each tier and of all.
places_drawn as (
    select
        audiences.*,
        campaigns.audience,
        campaigns.starts_on,
        campaigns.ends_on,
        campaigns.control_share,
        {{ share_of_hash(keyed_text('audiences.campaign')) }} as offset_share,
        row_number() over (
            partition by audiences.campaign
            order by
                audiences.marketing_tier,
                md5({{ keyed_text("audiences.campaign || ' ' || audiences.customer_id") }}),
                audiences.customer_id
        ) as place
    from audiences
    inner join campaigns on audiences.campaign = campaigns.campaign
),

groups_drawn as (
    select
        places_drawn.campaign,
        places_drawn.customer_id,
        case
            when floor(place * control_share + offset_share) > floor((place - 1) * control_share + offset_share) then 'control'
            else 'treated'
        end as campaign_group,

        places_drawn.starts_on,
        places_drawn.ends_on,
        places_drawn.audience,
        places_drawn.control_share,
        as_of.as_of_date as fixed_on,

        places_drawn.marketing_tier,
        places_drawn.cluster_label,
        places_drawn.rfm_segment,
        places_drawn.label_basis,
        places_drawn.recency_days,
        places_drawn.frequency,
        places_drawn.monetary
    from places_drawn
    cross join as_of
)

select * from groups_drawn
{%- if is_incremental() %}
where campaign not in (select campaign from {{ this }})
{%- endif %}
