from quintile.engines.relations import arrow_table, map_batches
from quintile.value.customer_value import PREDICTIONS, serve_model


def model(dbt, session):
    served = serve_model(
        arrow_table(dbt.ref("quintile", "value_seasons")),
        arrow_table(dbt.ref("quintile", "value_training_rows")),
        arrow_table(dbt.ref("quintile", "value_model_scores")),
        horizon_days=dbt.config.meta_get("value_horizon_days"),
        random_seed=dbt.config.meta_get("random_seed"),
    )
    return map_batches(dbt.ref("quintile", "customer_value_features"), served, PREDICTIONS)
