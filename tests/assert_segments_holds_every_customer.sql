select
    customer_rfm.customer_id as expected,
    segments.customer_id as found
from {{ ref('quintile', 'customer_rfm') }} as customer_rfm
full outer join {{ ref('quintile', 'segments') }} as segments on customer_rfm.customer_id = segments.customer_id
where customer_rfm.customer_id is null or segments.customer_id is null
