from quintile.kept_model import fit_if_due


def model(dbt, session):
    drift = dbt.ref("model_drift").order("build_number desc").limit(1)
    smallest, largest = dbt.config.meta_get("cluster_range")
    fixed = dbt.config.meta_get("n_clusters")
    return fit_if_due(
        drift.to_arrow_table().to_pylist()[0],
        dbt.ref("cluster_sample").to_arrow_table().to_pandas(),
        dbt.ref("segment_playbook").to_arrow_table().to_pandas(),
        dbt.ref("feature_moments").to_arrow_table().to_pandas(),
        dbt.ref("kept_model").to_arrow_table().to_pandas(),
        candidates=range(smallest, largest + 1) if fixed == "auto" else [fixed],
        random_seed=dbt.config.meta_get("random_seed"),
    )
