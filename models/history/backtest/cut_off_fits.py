from quintile.engines.relations import arrow_table
from quintile.segmentation.cut_off_fits import fit_at_cut_offs


def model(dbt, session):
    smallest, largest = dbt.config.meta_get("cluster_range")
    fixed = dbt.config.meta_get("n_clusters")
    return fit_at_cut_offs(
        arrow_table(dbt.ref("quintile", "backtest_sample")).to_pandas(),
        arrow_table(dbt.ref("quintile", "cut_offs")).to_pandas(),
        candidates=range(smallest, largest + 1) if fixed == "auto" else [fixed],
        min_cluster_share=dbt.config.meta_get("min_cluster_share"),
        random_seed=dbt.config.meta_get("random_seed"),
    )
