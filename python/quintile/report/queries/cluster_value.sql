select
    segments.cluster_id,
    segments.cluster_label,
    segments.marketing_tier,
    count(*) as customers,
    count(*) / sum(count(*)) over () as customer_share,
    sum(customer_value.expected_spend) as expected_spend,
    sum(customer_value.expected_spend) / nullif(sum(sum(customer_value.expected_spend)) over (), 0) as spend_share,
    avg(customer_value.purchase_probability) as purchase_probability
from customer_value
inner join segments on customer_value.customer_id = segments.customer_id
group by segments.cluster_id, segments.cluster_label, segments.marketing_tier
order by segments.cluster_id
