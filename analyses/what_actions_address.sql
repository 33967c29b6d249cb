-- FINDING: On the UCI file, looking after the 709 Active big spenders (16% of customers) addresses 64% of the spend
--   expected in the next 180 days; of the 1,567 Quiet one-time buyers, who stand for 6%, 55% are expected to stay away.
-- METHOD: Group customers by the action that segments recommends. Sum what they spent so far, what customer_value
--   expects of them next, and how many of them it expects to stay away.
-- CAVEAT: What an action addresses is not what it would bring: that takes a test with customers who are held back.
with
customers as (
    select
        segments.cluster_label,
        segments.marketing_tier,
        segments.recommended_action,
        segments.channel,
        segments.priority,
        segments.monetary,
        customer_value.expected_spend,
        1 - customer_value.purchase_probability as silence_probability
    from {{ ref('quintile', 'segments') }} as segments
    inner join {{ ref('quintile', 'customer_value') }} as customer_value
        on segments.customer_id = customer_value.customer_id
),

actions_summed as (
    select
        customers.cluster_label,
        customers.marketing_tier,
        customers.recommended_action,
        customers.channel,
        customers.priority,
        count(*) as customers,
        sum(customers.monetary) as revenue_so_far,
        sum(customers.expected_spend) as expected_spend,
        sum(customers.silence_probability) as customers_expected_to_stay_away
    from customers
    group by
        customers.cluster_label,
        customers.marketing_tier,
        customers.recommended_action,
        customers.channel,
        customers.priority
),

shares_computed as (
    select
        *,
        customers / cast(sum(customers) over () as double) as customer_share,
        expected_spend / sum(expected_spend) over () as expected_spend_share,
        customers_expected_to_stay_away / customers as share_expected_to_stay_away
    from actions_summed
)

select * from shares_computed
order by priority
