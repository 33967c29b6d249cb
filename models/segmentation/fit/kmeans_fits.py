from quintile.engines.relations import arrow_table
from quintile.segmentation.refits import fit_if_due


def model(dbt, session):
    decisions = arrow_table(dbt.ref("model_drift")).sort_by("build_number").to_pylist()
    smallest, largest = dbt.config.meta_get("cluster_range")
    fixed = dbt.config.meta_get("n_clusters")
    return fit_if_due(
        decisions[-1],
        arrow_table(dbt.ref("cluster_sample")).to_pandas(),
        arrow_table(dbt.ref("segment_playbook")).to_pandas(),
        arrow_table(dbt.ref("current_feature_stats")).to_pandas(),
        arrow_table(dbt.ref("previous_cluster_model")).to_pandas(),
        candidates=range(smallest, largest + 1) if fixed == "auto" else [fixed],
        random_seed=dbt.config.meta_get("random_seed"),
    )
