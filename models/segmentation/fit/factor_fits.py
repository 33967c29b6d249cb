from quintile.engines.relations import arrow_table
from quintile.segmentation.factors import fit_factors


def model(dbt, session):
    return fit_factors(
        arrow_table(dbt.ref("quintile", "cluster_sample")).to_pandas(),
        n_clusters=dbt.config.meta_get("clusters_per_factor"),
        random_seed=dbt.config.meta_get("random_seed"),
    )
