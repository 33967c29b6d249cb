with
totals as (
    select * from {{ ref('quintile', 'campaign_totals') }}
),

intervals as (
    select * from {{ ref('quintile', 'campaign_intervals') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

means_taken as (
    select
        totals.*,
        {{ days_between('totals.starts_on', 'totals.ends_on') }} + 1 as window_days,
        {{ days_between('totals.starts_on', 'as_of.as_of_date') }} as days_since_start,
        {% for group in ['treated', 'control'] -%}
        totals.{{ group }}_active / cast(nullif(totals.{{ group }}_customers, 0) as double) as {{ group }}_active_share,
        cast(totals.{{ group }}_spend as double) / nullif(totals.{{ group }}_customers, 0) as {{ group }}_mean
        {{- "," if not loop.last }}
        {% endfor %}
    from totals
    cross join as_of
),

differences_taken as (
    select
        *,
        least(greatest(days_since_start, 0), window_days) as days_in,
        treated_mean - control_mean as spend_difference
    from means_taken
),

columns_typed as (
    select
        figures.campaign,
        figures.segment,
        figures.starts_on,
        figures.ends_on,
        cast(figures.window_days as integer) as window_days,
        cast(figures.days_in as integer) as days_in,

        cast(figures.treated_customers as bigint) as treated_customers,
        cast(figures.control_customers as bigint) as control_customers,
        cast(figures.overlapping_customers as bigint) as overlapping_customers,

        figures.treated_active_share,
        figures.control_active_share,
        figures.treated_active_share - figures.control_active_share as active_share_difference,
        intervals.share_low as active_share_low,
        intervals.share_high as active_share_high,

        cast(figures.treated_orders as bigint) as treated_orders,
        cast(figures.control_orders as bigint) as control_orders,
        figures.treated_spend as treated_revenue,
        figures.control_spend as control_revenue,
        figures.treated_mean as treated_spend_per_customer,
        figures.control_mean as control_spend_per_customer,
        figures.spend_difference,
        intervals.spend_low,
        intervals.spend_high,

        figures.spend_difference * figures.treated_customers as incremental_revenue,
        intervals.spend_low * figures.treated_customers as incremental_revenue_low,
        intervals.spend_high * figures.treated_customers as incremental_revenue_high,
        case
            when figures.days_in < figures.window_days
                then cast(figures.days_in as string) || ' of ' || cast(figures.window_days as string) || ' days are in'
            when intervals.spend_low is null then 'too few orders to tell'
            when intervals.spend_low > 0 then 'treated customers spent more'
            when intervals.spend_high < 0 then 'treated customers spent less'
            else 'not yet clear'
        end as verdict
    from differences_taken as figures
    left join intervals on figures.campaign = intervals.campaign and figures.segment = intervals.segment
)

select * from columns_typed
