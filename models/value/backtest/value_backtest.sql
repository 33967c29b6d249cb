with
scores as (
    select * from {{ ref('quintile', 'value_model_scores') }}
),

served as (
    select max(value_model) as value_model
    from {{ ref('quintile', 'customer_value') }}
),

deciles_folded as (
    select distinct
        scores.cut_off,
        scores.period_end,
        scores.history_days,
        scores.horizon_days,
        scores.model,
        scores.converged,
        scores.message,
        coalesce(scores.model = served.value_model, false) as is_served,
        scores.cut_off = max(scores.cut_off) over () as is_latest,
        scores.customers,
        scores.mae,
        scores.rmse,
        scores.bias,
        scores.spearman,
        scores.gini as normalised_gini,
        scores.top_decile_share as top_decile_revenue_share,
        scores.auc,
        scores.brier_score,
        scores.interval_coverage
    from scores
    cross join served
)

select * from deciles_folded
