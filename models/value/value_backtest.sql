with
trials as (
    select * from {{ ref('value_model_scores') }}
),

served as (
    select max(value_model) as value_model
    from {{ ref('customer_value') }}
),

deciles_folded as (
    select distinct
        trials.cut_off,
        trials.period_end,
        trials.history_days,
        trials.horizon_days,
        trials.model,
        trials.converged,
        trials.message,
        coalesce(trials.model = served.value_model, false) as is_served,
        trials.cut_off = max(trials.cut_off) over () as is_latest,
        trials.customers,
        trials.mae,
        trials.rmse,
        trials.bias,
        trials.spearman,
        trials.gini as normalised_gini,
        trials.top_decile_share as top_decile_revenue_share
    from trials
    cross join served
)

select * from deciles_folded
