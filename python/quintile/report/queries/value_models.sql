select
    cut_off,
    horizon_days,
    model,
    is_served,
    customers,
    mae,
    bias,
    spearman,
    normalised_gini,
    top_decile_revenue_share,
    auc,
    brier_score,
    interval_coverage
from value_backtest
where is_latest
order by normalised_gini desc nulls last, model asc
