from quintile.engines.relations import arrow_table
from quintile.value.customer_value import score_models


def model(dbt, session):
    return score_models(
        arrow_table(dbt.ref("quintile", "value_seasons")),
        arrow_table(dbt.ref("quintile", "value_training_rows")),
        random_seed=dbt.config.meta_get("random_seed"),
    )
