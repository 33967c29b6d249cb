-- Each segmentation has every customer of a cutoff once, and the same total of orders and money.
with
backtest as (
    select
        month_end,
        segmentation,
        sum(customers) as customers,
        sum(orders) as orders,
        sum(net_revenue) as net_revenue
    from {{ ref('quintile', 'segment_backtest') }}
    group by month_end, segmentation
),

outcomes as (
    select
        month_end,
        count(*) as customers,
        sum(next_orders) as orders,
        sum(next_revenue) as net_revenue
    from {{ ref('quintile', 'segment_outcomes') }}
    group by month_end
),

customers as (
    select
        month_end,
        count(*) as customers
    from {{ ref('quintile', 'month_end_rfm') }}
    group by month_end
),

segmentations as (
    {% for segmentation in ['rfm_segment', 'cluster_label', 'spend_decile'] -%}
    select '{{ segmentation }}' as segmentation
    {% if not loop.last -%}
    union all
    {% endif -%}
    {% endfor -%}
)

select
    cut_offs.month_end,
    segmentations.segmentation,
    customers.customers as customers_at_the_cut_off,
    outcomes.customers as expected_customers,
    backtest.customers,
    outcomes.orders as expected_orders,
    backtest.orders,
    outcomes.net_revenue as expected_revenue,
    backtest.net_revenue
from {{ ref('quintile', 'cut_offs') }} as cut_offs
cross join segmentations
left join customers on cut_offs.month_end = customers.month_end
left join outcomes on cut_offs.month_end = outcomes.month_end
left join backtest
    on cut_offs.month_end = backtest.month_end and segmentations.segmentation = backtest.segmentation
where customers.customers is distinct from outcomes.customers
    or outcomes.customers is distinct from backtest.customers
    or outcomes.orders is distinct from backtest.orders
    or outcomes.net_revenue is distinct from backtest.net_revenue
