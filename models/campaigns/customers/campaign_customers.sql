with
customers as (
    select * from {{ ref('quintile', 'campaign_scores') }}
),

dates as (
    select * from {{ ref('quintile', 'campaign_dates') }}
),

published_labels as (
    select * from {{ ref('quintile', 'published_labels') }}
),

clusters as (
    select * from {{ ref('quintile', 'campaign_clusters') }}
),

tiers as (
    select * from {{ ref('quintile', 'campaign_tiers') }}
),

labels_joined as (
    select
        customers.known_on,
        {% for column in columns_of_audience() if column not in ['cluster_label', 'marketing_tier'] -%}
        customers.{{ column }},
        {% endfor -%}
        coalesce(published_labels.cluster_label, tiers.cluster_label) as cluster_label,
        coalesce(published_labels.marketing_tier, tiers.marketing_tier) as marketing_tier,
        case
            when published_labels.customer_id is not null then 'published on ' || cast(dates.published_on as string)
            else 'fitted as of ' || cast(customers.known_on as string)
        end as label_basis
    from customers
    inner join dates on customers.known_on = dates.known_on
    left join published_labels
        on dates.published_on = published_labels.as_of_date
            and customers.customer_id = published_labels.customer_id
    left join clusters
        on customers.known_on = clusters.fitted_at
            and customers.known_on = clusters.known_on
            and customers.customer_id = clusters.customer_id
    left join tiers
        on clusters.fitted_at = tiers.fitted_at
            and clusters.cluster_id = tiers.cluster_id
)

select * from labels_joined
