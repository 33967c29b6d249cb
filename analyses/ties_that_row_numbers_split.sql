-- FINDING: On the UCI file, 71% of customers have the same number of orders as somebody whom ntile(5) scores
--   otherwise; with cut points, nobody does.
-- METHOD: Score frequency by ntile(5) and by rfm_thresholds. Count customers whose frequency has more than one score.
-- CAVEAT: Frequency has most ties, since it is a small whole number. Recency and spend have fewer.
with
scores_compared as (
    select
        customer_rfm.customer_id,
        customer_rfm.frequency,
        ntile(5) over (order by customer_rfm.frequency, customer_rfm.customer_id) as row_number_score,
        rfm_scores.f_score
    from {{ ref('quintile', 'customer_rfm') }} as customer_rfm
    inner join {{ ref('quintile', 'rfm_scores') }} as rfm_scores on customer_rfm.customer_id = rfm_scores.customer_id
),

ties_judged as (
    select
        frequency,
        count(*) as customers,
        count(distinct row_number_score) > 1 as is_split_by_row_numbers,
        count(distinct f_score) > 1 as is_split_by_cut_points
    from scores_compared
    group by frequency
)

select
    sum(customers) as customers,
    sum(case when is_split_by_row_numbers then customers else 0 end) / sum(customers) as share_split_by_row_numbers,
    sum(case when is_split_by_cut_points then customers else 0 end) / sum(customers) as share_split_by_cut_points
from ties_judged
