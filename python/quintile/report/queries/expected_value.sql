select
    abc_class,
    count(*) as customers,
    count(*) / sum(count(*)) over () as customer_share,
    sum(expected_spend) as expected_spend,
    sum(expected_spend) / nullif(sum(sum(expected_spend)) over (), 0) as spend_share,
    avg(purchase_probability) as purchase_probability,
    max(value_model) as value_model,
    max(why_this_model) as why_this_model
from customer_value
group by abc_class
order by abc_class
