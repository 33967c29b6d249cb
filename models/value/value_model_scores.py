from quintile.engines.relations import arrow_table
from quintile.value.customer_value import try_models


def model(dbt, session):
    return try_models(
        arrow_table(dbt.ref("value_cut_offs")),
        arrow_table(dbt.ref("value_training_rows")),
        random_seed=dbt.config.meta_get("random_seed"),
    )
