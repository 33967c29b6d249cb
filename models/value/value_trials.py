from quintile.customer_value import try_models
from quintile.tables import arrow_table


def model(dbt, session):
    return try_models(
        arrow_table(dbt.ref("value_cut_offs")),
        arrow_table(dbt.ref("value_examples")),
        random_seed=dbt.config.meta_get("random_seed"),
    )
