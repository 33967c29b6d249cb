from quintile.customer_value import try_models


def model(dbt, session):
    return try_models(
        dbt.ref("value_cut_offs").to_arrow_table(),
        dbt.ref("value_examples").to_arrow_table(),
        random_seed=dbt.config.meta_get("random_seed"),
    )
