from quintile.clustering import fit_factors
from quintile.tables import arrow_table


def model(dbt, session):
    return fit_factors(
        arrow_table(dbt.ref("cluster_sample")).to_pandas(),
        n_clusters=dbt.config.meta_get("clusters_per_factor"),
        random_seed=dbt.config.meta_get("random_seed"),
    )
