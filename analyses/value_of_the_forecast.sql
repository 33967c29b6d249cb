-- FINDING: On the UCI file, no model ranks customers by their next 180 days of spend better than past spend
--   does: at the latest cut-off the normalised Gini is 0.84 for past spend and 0.83 for the boosted trees that
--   are served, which are nearer in sum (12% below against 20%).
-- METHOD: Read value_backtest at the latest cut-off, which chose nothing.
-- CAVEAT: One year of one shop, with its best season in the test period: all models come out too low.
select
    model,
    is_served,
    converged,
    customers,
    normalised_gini,
    top_decile_revenue_share,
    bias,
    mae,
    spearman
from {{ ref('value_backtest') }}
where is_latest
order by normalised_gini desc
