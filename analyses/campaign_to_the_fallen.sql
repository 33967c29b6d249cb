-- FINDING: On the UCI file, 98 customers a month leave the top segments; 56% of them order again within 60 days
--   without any campaign, for £463 a head. With half of them held back, a campaign to those of six months would show a
--   change of spend from 87% on, and of the share that orders from 11% of customers on. Those of one month would show
--   no change of spend below 215%: it needs the six months.
-- METHOD: Take the customers who left the top segments (as in fallen_from_the_top) at each month end with 60 days of
--   data after it, and their orders in these days. The smallest difference is the one that a test finds with a
--   probability of 80% at 95% confidence: some 2.8 standard deviations of spend times the root of 1 / treated +
--   1 / control, and more if fewer are held back than treated. A campaign may take the fallen of one month, or run
--   for six.
-- CAVEAT: The spread comes from the past, and a few very large orders make most of it.
{%- set days = 60 %}
{%- set treated = '(months * fallen_a_month * (1 - control_share))' %}
{%- set control = '(months * fallen_a_month * control_share)' %}
with
history as (
    select
        history.customer_id,
        history.month_end,
        history.rfm_segment,
        dense_rank() over (order by history.month_end) as month_number
    from {{ ref('quintile', 'rfm_history') }} as history
),

top_segments as (
    select rfm_segment from {{ ref('quintile', 'segment_grid') }}
    group by rfm_segment
    having min(r_score) >= 3 and min(fm_score) >= 4
),

on_top as (
    select history.* from history
    inner join top_segments on history.rfm_segment = top_segments.rfm_segment
),

falls_found as (
    select
        history.customer_id,
        history.month_end
    from on_top
    inner join history
        on on_top.customer_id = history.customer_id and on_top.month_number = history.month_number - 1
    left join on_top as still_on_top
        on history.customer_id = still_on_top.customer_id and history.month_number = still_on_top.month_number
    cross join {{ ref('quintile', 'as_of') }} as as_of
    where still_on_top.customer_id is null and {{ days_later(days + 1, 'history.month_end') }} <= as_of.as_of_date
),

spend_summed as (
    select
        falls_found.customer_id,
        falls_found.month_end,
        count(orders.order_id) as orders,
        cast(coalesce(sum(orders.amount), 0) as double) as spend
    from falls_found
    left join {{ ref('quintile', 'orders') }} as orders
        on falls_found.customer_id = orders.customer_id
            and {{ days_later(1, 'falls_found.month_end') }} <= orders.ordered_at
            and {{ days_later(days + 1, 'falls_found.month_end') }} > orders.ordered_at
    group by falls_found.customer_id, falls_found.month_end
),

spread_measured as (
    select
        count(*) / cast(count(distinct month_end) as double) as fallen_a_month,
        count(distinct month_end) as months_seen,
        avg(case when orders > 0 then 1.0 else 0.0 end) as active_share,
        avg(spend) as spend_per_customer,
        stddev_samp(spend) as spend_deviation,
        skewness(spend) as spend_skewness
    from spend_summed
),

campaigns_laid_out as (
    {% for months in [1, 6] -%}
    {% for share in [0.2, 0.5] -%}
    select
        {{ months }} as months,
        {{ share }} as control_share
    {{ "union all" if not loop.last }}
    {% endfor -%}
    {{ "union all" if not loop.last }}
    {% endfor %}
),

differences_found as (
    select
        campaigns_laid_out.*,
        spread_measured.*,
        {{ smallest_difference_of_shares('active_share', treated, control) }} as smallest_share_difference,
        {{ smallest_difference_of_means(treated, control, 'spend_skewness') }} as spend_deviations
    from campaigns_laid_out
    cross join spread_measured
)

select
    *,
    spend_deviations * spend_deviation as smallest_spend_difference,
    spend_deviations * spend_deviation / nullif(spend_per_customer, 0) as smallest_spend_ratio
from differences_found
order by months, control_share
