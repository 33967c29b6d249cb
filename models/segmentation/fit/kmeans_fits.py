from quintile.engines.relations import arrow_table
from quintile.segmentation.refits import LastBuild, fit_if_due


def model(dbt, session):
    decisions = arrow_table(dbt.ref("quintile", "model_drift")).sort_by("build_number").to_pylist()
    [scaling] = arrow_table(dbt.ref("quintile", "current_feature_stats")).to_pylist()
    periods = arrow_table(dbt.ref("quintile", "last_period")).to_pylist()
    last = LastBuild(
        fits=arrow_table(dbt.ref("quintile", "previous_fits")).to_pandas(),
        model=arrow_table(dbt.ref("quintile", "previous_cluster_model")).to_pandas(),
        log=arrow_table(dbt.ref("quintile", "previous_decisions")).to_pandas(),
    )
    smallest, largest = dbt.config.meta_get("cluster_range")
    fixed = dbt.config.meta_get("n_clusters")
    return fit_if_due(
        decisions[-1],
        arrow_table(dbt.ref("quintile", "cluster_sample")).to_pandas(),
        scaling,
        last,
        candidates=range(smallest, largest + 1) if fixed == "auto" else [fixed],
        period_days=sum((row["period_end"] - row["period_start"]).days for row in periods),
        random_seed=dbt.config.meta_get("random_seed"),
    )
