import json

from quintile.engines.relations import arrow_table
from quintile.segmentation.refits import assess_drift


def model(dbt, session):
    [as_of] = arrow_table(dbt.ref("as_of")).to_pylist()
    playbook = arrow_table(dbt.ref("segment_playbook")).to_pandas()
    fit_settings = {
        "features": dbt.config.meta_get("features"),
        "n_clusters": dbt.config.meta_get("n_clusters"),
        "cluster_range": dbt.config.meta_get("cluster_range"),
        "random_seed": dbt.config.meta_get("random_seed"),
        "match_cancellations": dbt.config.meta_get("match_cancellations"),
        "products_only": dbt.config.meta_get("products_only"),
        "archetypes": sorted(playbook["cluster_label"]),
    }
    builds = 0
    if dbt.is_incremental:
        last = arrow_table(session.sql(f"select max(build_number) as builds from {dbt.this}"))
        builds = last["builds"][0].as_py()
    return assess_drift(
        arrow_table(dbt.ref("cluster_sample")).to_pandas(),
        arrow_table(dbt.ref("previous_cluster_model")).to_pandas(),
        as_of_date=as_of["as_of_date"],
        build_number=builds + 1,
        fit_settings=json.dumps(fit_settings),
        refit=dbt.config.meta_get("refit"),
        drift_limit=dbt.config.meta_get("drift_limit"),
        min_agreement=dbt.config.meta_get("min_stability"),
        random_seed=dbt.config.meta_get("random_seed"),
    )
