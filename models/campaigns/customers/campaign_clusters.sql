with
customers as (
    select * from {{ ref('quintile', 'campaign_rfm') }}
),

dates as (
    select * from {{ ref('quintile', 'campaign_dates') }}
),

scaling as ({{ scaling_in_one_row(ref('quintile', 'campaign_fits'), by='fitted_at') }}),

centroids as ({{ centroids_in_one_row(ref('quintile', 'campaign_fits'), by='fitted_at') }}),

fits_applied as (
    select
        known_on as fitted_at,
        known_on
    from dates
    union
    select
        known_on as fitted_at,
        period_start as known_on
    from dates
),

metrics_standardised as (
    select
        scaling.fitted_at,
        customers.known_on,
        customers.customer_id,
        customers.monetary,
        {% for metric, column in metric_columns().items() -%}
        {{ standardised(rounded_log('customers.' ~ column), metric) }} as z_{{ metric }}{{ "," if not loop.last }}
        {% endfor %}
    from customers
    inner join fits_applied on customers.known_on = fits_applied.known_on
    inner join scaling on fits_applied.fitted_at = scaling.fitted_at
),

{{ nearest_cluster_steps('metrics_standardised', by='fitted_at') }},

columns_chosen as (
    select
        fitted_at,
        known_on,
        customer_id,
        monetary,
        cluster_id
    from clusters_found
)

select * from columns_chosen
