with
totals as (
    select * from {{ ref('quintile', 'backtest_totals') }}
),

cut_offs as (
    select * from {{ ref('quintile', 'cut_offs') }}
),

concentration as (
    select * from {{ ref('quintile', 'revenue_concentration') }}
),

-- Rules and deciles have no fit. For clusters, the fit whose means are learnt must be the one that is judged.
means_learnt as (
    select
        cut_offs.month_end,
        cut_offs.learnt_at,
        totals.segmentation,
        totals.customers,
        totals.net_revenue,
        coalesce(cast(earlier.net_revenue as double) / earlier.customers, 0) as expected_revenue
    from cut_offs
    inner join totals
        on cut_offs.month_end = totals.month_end
            and cut_offs.learnt_at = coalesce(totals.fitted_at, cut_offs.learnt_at)
    left join totals as earlier
        on cut_offs.learnt_at = earlier.month_end
            and cut_offs.learnt_at = coalesce(earlier.fitted_at, cut_offs.learnt_at)
            and totals.segmentation = earlier.segmentation
            and totals.segment = earlier.segment
),

-- Tied customers share their mean rank.
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
