
select
    cohort_month, months_since,
    count(*) as rows_found
from "shop"."main_quintile"."cohort_value"
group by cohort_month, months_since
having count(*) > 1
