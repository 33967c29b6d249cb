with
cut_offs as (
    select * from {{ ref('quintile', 'value_cut_offs') }}
),

sums as (
    select * from {{ ref('quintile', 'value_season_sums') }}
),

all_customers_compared as (
    select
        *,
        {{ season_ratio('season_weight_since_first', 'rest_weight_since_first', 1, 1) }} as shop_ratio
    from sums
),

customers_compared_with_themselves as (
    select
        *,
        {{ season_ratio('season_weight', 'rest_weight', 'shop_ratio', 1) }} as order_ratio
    from all_customers_compared
),

spends_compared as (
    select
        *,
        coalesce(
            {{ season_ratio('season_spend', 'rest_spend', 'order_ratio', 'typical_spend') }}, order_ratio
        ) as spend_ratio
    from customers_compared_with_themselves
),

indexes_computed as (
    select
        cut_offs.*,
        ratios.cut_off is not null as is_season_known,
        round(coalesce({{ season_index('ratios.order_ratio', 'cut_offs.horizon_days') }}, 1), 9) as order_index,
        round(coalesce({{ season_index('ratios.spend_ratio', 'cut_offs.horizon_days') }}, 1), 9) as spend_index
    from cut_offs
    left join spends_compared as ratios on cut_offs.cut_off = ratios.cut_off
)

select * from indexes_computed
