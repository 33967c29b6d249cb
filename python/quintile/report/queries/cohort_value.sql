select
    cohort_month,
    customers,
    max(case when months_since = 1 then active_share end) as active_after_1,
    max(case when months_since = 3 then active_share end) as active_after_3,
    max(case when months_since = 12 then active_share end) as active_after_12,
    max(case when months_since = 0 then cumulated_spend_per_customer end) as spend_after_0,
    max(case when months_since = 3 then cumulated_spend_per_customer end) as spend_after_3,
    max(case when months_since = 6 then cumulated_spend_per_customer end) as spend_after_6,
    max(case when months_since = 12 then cumulated_spend_per_customer end) as spend_after_12
from cohort_value
where is_complete
group by cohort_month, customers
order by cohort_month
