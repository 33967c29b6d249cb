with
backtest as (
    select * from {{ ref('segment_backtest') }}
),

cut_offs as (
    select * from {{ ref('cut_offs') }}
),

concentration as (
    select * from {{ ref('revenue_concentration') }}
),

means_learnt as (
    select
        cut_offs.month_end,
        cut_offs.learnt_at,
        backtest.segmentation,
        backtest.customers,
        backtest.net_revenue,
        coalesce(earlier.revenue_per_customer, 0) as expected_revenue
    from cut_offs
    inner join backtest on cut_offs.month_end = backtest.month_end
    left join backtest as earlier
        on cut_offs.learnt_at = earlier.month_end
            and backtest.segmentation = earlier.segmentation
            and backtest.segment = earlier.segment
    where cut_offs.learnt_at is not null
),

-- Customers of equal expectation share the mean of their places.
places_shared as (
    select
        *,
        sum(customers) over (partition by month_end, segmentation order by expected_revenue)
        - (sum(customers) over (partition by month_end, segmentation, expected_revenue) - 1) / 2.0 as place
    from means_learnt
),

rankings_summed as (
    select
        month_end,
        learnt_at,
        segmentation,
        sum(cast(net_revenue as decimal(38, 4)) * cast(place as decimal(18, 1))) as ranked_revenue
    from places_shared
    group by month_end, learnt_at, segmentation
),

ginis_computed as (
    select
        rankings_summed.month_end,
        rankings_summed.learnt_at,
        rankings_summed.segmentation,
        {{ gini('rankings_summed.ranked_revenue', 'concentration.customers', 'concentration.revenue') }} as gini,
        concentration.gini as best_gini
    from rankings_summed
    inner join concentration on rankings_summed.month_end = concentration.month_end
),

ginis_normalised as (
    select
        *,
        gini / nullif(best_gini, 0) as normalised_gini
    from ginis_computed
)

select * from ginis_normalised
