import json

from quintile.engines.relations import arrow_table
from quintile.segmentation.refits import LastBuild, decide


def model(dbt, session):
    [as_of] = arrow_table(dbt.ref("quintile", "as_of")).to_pylist()
    [scaling] = arrow_table(dbt.ref("quintile", "current_feature_stats")).to_pylist()
    last = LastBuild(
        fits=arrow_table(dbt.ref("quintile", "previous_fits")).to_pandas(),
        model=arrow_table(dbt.ref("quintile", "previous_cluster_model")).to_pandas(),
        log=arrow_table(dbt.ref("quintile", "previous_decisions")).to_pandas(),
    )
    fit_settings = {
        "features": dbt.config.meta_get("features"),
        "n_clusters": dbt.config.meta_get("n_clusters"),
        "cluster_range": dbt.config.meta_get("cluster_range"),
        "random_seed": dbt.config.meta_get("random_seed"),
        "match_cancellations": dbt.config.meta_get("match_cancellations"),
        "products_only": dbt.config.meta_get("products_only"),
    }
    return decide(
        arrow_table(dbt.ref("quintile", "cluster_sample")).to_pandas(),
        scaling,
        last,
        as_of_date=as_of["as_of_date"],
        fit_settings=json.dumps(fit_settings),
        refit=dbt.config.meta_get("refit"),
        min_agreement=dbt.config.meta_get("min_stability"),
        random_seed=dbt.config.meta_get("random_seed"),
    )
