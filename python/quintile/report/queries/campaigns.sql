select
    campaign,
    starts_on,
    ends_on,
    treated_customers,
    control_customers,
    treated_active_share,
    control_active_share,
    treated_spend_per_customer,
    control_spend_per_customer,
    spend_difference,
    spend_low,
    spend_high,
    incremental_revenue,
    incremental_revenue_low,
    incremental_revenue_high,
    verdict
from campaign_results
where segment = 'all'
order by starts_on desc, campaign asc
