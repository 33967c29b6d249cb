from quintile.engines.relations import arrow_table
from quintile.segmentation.cut_off_fits import fit_as_known_on


def model(dbt, session):
    smallest, largest = dbt.config.meta_get("cluster_range")
    fixed = dbt.config.meta_get("n_clusters")
    return fit_as_known_on(
        arrow_table(dbt.ref("quintile", "campaign_sample")).to_pandas(),
        candidates=range(smallest, largest + 1) if fixed == "auto" else [fixed],
        min_cluster_share=dbt.config.meta_get("min_cluster_share"),
        random_seed=dbt.config.meta_get("random_seed"),
    )
