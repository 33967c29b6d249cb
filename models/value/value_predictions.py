from quintile.customer_value import predict_customers


def model(dbt, session):
    return predict_customers(
        dbt.ref("value_cut_offs").to_arrow_table(),
        dbt.ref("value_examples").to_arrow_table(),
        dbt.ref("value_trials").to_arrow_table(),
        dbt.ref("customer_value_features").to_arrow_reader(),
        horizon_days=dbt.config.meta_get("value_horizon_days"),
        random_seed=dbt.config.meta_get("random_seed"),
    )
