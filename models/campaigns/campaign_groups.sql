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

customers_placed as (
    select
        audiences.*,
        campaigns.audience,
        campaigns.starts_on,
        campaigns.ends_on,
        campaigns.control_share,
        {{ share_of_hash(keyed_text('audiences.campaign')) }} as offset_share,
        count(*) over (partition by audiences.campaign, audiences.marketing_tier) as customers_of_tier,
        count(*) over (
            partition by audiences.campaign order by audiences.marketing_tier
        ) as customers_up_to_tier,
        row_number() over (
            partition by audiences.campaign, audiences.marketing_tier
            order by md5({{ keyed_text("audiences.campaign || ' ' || audiences.customer_id") }}), audiences.customer_id
        ) as place
    from audiences
    inner join campaigns on audiences.campaign = campaigns.campaign
),

-- Rounded by a chance of the campaign, as a small tier that is rounded by itself would never have a control.
controls_counted as (
    select
        *,
        floor(customers_up_to_tier * control_share + offset_share)
        - floor((customers_up_to_tier - customers_of_tier) * control_share + offset_share) as controls_of_tier
    from customers_placed
),

groups_drawn as (
    select
        controls_counted.campaign,
        controls_counted.customer_id,
        case
            when controls_counted.place <= controls_counted.controls_of_tier then 'control'
            else 'treated'
        end as campaign_group,

        controls_counted.starts_on,
        controls_counted.ends_on,
        controls_counted.audience,
        controls_counted.control_share,
        as_of.as_of_date as fixed_on,

        controls_counted.marketing_tier,
        controls_counted.cluster_label,
        controls_counted.rfm_segment,
        controls_counted.label_basis,
        controls_counted.recency_days,
        controls_counted.frequency,
        controls_counted.monetary
    from controls_counted
    cross join as_of
)

select * from groups_drawn
{%- if is_incremental() %}
where campaign not in (select fixed.campaign from {{ this }} as fixed)
{%- endif %}
