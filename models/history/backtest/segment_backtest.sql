with
totals as (
    select * from {{ ref('quintile', 'backtest_totals') }}
),

-- Where a cutoff has two fits, one to learn from and one to judge, the later is shown.
fits_chosen as (
    select *
    from (
        select
            *,
            max(fitted_at) over (partition by month_end, segmentation) as latest_fit
        from totals
    ) as totals_compared
    where latest_fit is null or fitted_at = latest_fit
),

shares_computed as (
    select
        *,
        customers / cast(sum(customers) over cut_off as double) as customer_share,
        cast(net_revenue as double) / nullif(cast(sum(net_revenue) over cut_off as double), 0) as revenue_share
    from fits_chosen
    window cut_off as (partition by month_end, segmentation)
),

columns_typed as (
    select
        month_end,
        segmentation,
        segment,
        fitted_at,

        customers,
        customer_share,
        active_customers,
        active_customers / cast(customers as double) as active_share,
        orders,

        net_revenue,
        cast(net_revenue as double) / customers as revenue_per_customer,
        revenue_share,
        revenue_share / customer_share as lift
    from shares_computed
)

select * from columns_typed
