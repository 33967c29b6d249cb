-- Every customer of customer_rfm is predicted from the orders that customer_rfm counts.
with
customers as (
    select * from {{ ref('quintile', 'customer_rfm') }}
),

features as (
    select * from {{ ref('quintile', 'customer_value_features') }}
),

customer_value as (
    select * from {{ ref('quintile', 'customer_value') }}
)

select
    customers.customer_id,
    customers.frequency,
    features.frequency as frequency_predicted_from,
    customers.monetary,
    features.monetary as monetary_predicted_from
from customers
left join features on customers.customer_id = features.customer_id
left join customer_value on customers.customer_id = customer_value.customer_id
where customer_value.customer_id is null
    or customers.frequency is distinct from features.frequency
    or customers.recency_days is distinct from features.recency_days
    or customers.tenure_days is distinct from features.tenure_days
    or customers.monetary is distinct from features.monetary
