from quintile.customer_value import PREDICTIONS, serve_model
from quintile.tables import arrow_table, map_batches


def model(dbt, session):
    served = serve_model(
        arrow_table(dbt.ref("value_cut_offs")),
        arrow_table(dbt.ref("value_examples")),
        arrow_table(dbt.ref("value_trials")),
        horizon_days=dbt.config.meta_get("value_horizon_days"),
        random_seed=dbt.config.meta_get("random_seed"),
    )
    return map_batches(dbt.ref("customer_value_features"), served, PREDICTIONS)
