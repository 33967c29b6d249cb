-- One pass over the view, which has customers x month ends: its rows are those of month_end_rfm, whose versions do not
-- overlap, and no value is missing. It follows that there is one row per customer and month end.
with
history as (
    select
        month_end,
        count(*) as customers,
        sum(monetary) as monetary,
        count(*) - count(
            case
                when
                    recency_days >= 1 and frequency >= 1 and last_ordered_at is not null
                    and r_score + f_score + m_score + fm_score > 0 and rfm_code is not null
                    and rfm_segment is not null and cluster_id >= 1 and cluster_label is not null
                    and marketing_tier is not null
                    then 1
            end
        ) as incomplete
    from {{ ref('quintile', 'rfm_history') }}
    group by month_end
),

customers as (
    select
        month_end,
        count(*) as customers,
        sum(monetary) as monetary
    from {{ ref('quintile', 'month_end_rfm') }}
    group by month_end
),

versions_compared as (
    select
        customer_id,
        valid_from,
        lag(valid_to) over (partition by customer_id order by valid_from) as valid_to_before,
        row_number() over (partition by customer_id order by valid_from) as version_number
    from {{ ref('quintile', 'customer_rfm_versions') }}
),

overlaps_counted as (
    select count(*) as overlapping
    from versions_compared
    where version_number > 1 and (valid_to_before is null or valid_to_before > valid_from)
)

select
    month_ends.month_end,
    customers.customers as expected,
    history.customers as found,
    history.incomplete,
    overlaps_counted.overlapping
from {{ ref('quintile', 'month_ends') }} as month_ends
cross join overlaps_counted
left join customers on month_ends.month_end = customers.month_end
left join history on month_ends.month_end = history.month_end
where customers.customers is distinct from history.customers
    or customers.monetary is distinct from history.monetary
    or history.incomplete > 0
    or overlaps_counted.overlapping > 0
