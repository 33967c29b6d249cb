select
    cohort_month,
    months_since,
    customers,
    active_share,
    cumulated_spend_per_customer
from cohort_value
where is_complete
order by cohort_month, months_since
