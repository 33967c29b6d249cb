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


# This part is user provided model code
# you will need to copy the next section to run the code
# COMMAND ----------
# this part is dbt logic for get ref work, do not modify

def ref(*args, **kwargs):
    refs = {"quintile.cluster_sample": "\"shop\".\"main_quintile\".\"cluster_sample\"", "quintile.current_feature_stats": "\"shop\".\"main_quintile\".\"current_feature_stats\"", "quintile.last_period": "\"shop\".\"main_quintile\".\"last_period\"", "quintile.model_drift": "\"shop\".\"main_quintile\".\"model_drift\"", "quintile.previous_cluster_model": "\"shop\".\"main_quintile\".\"previous_cluster_model\"", "quintile.previous_decisions": "\"shop\".\"main_quintile\".\"previous_decisions\"", "quintile.previous_fits": "\"shop\".\"main_quintile\".\"previous_fits\""}
    key = '.'.join(args)
    version = kwargs.get("v") or kwargs.get("version")
    if version:
        key += f".v{version}"
    dbt_load_df_function = kwargs.get("dbt_load_df_function")
    return dbt_load_df_function(refs[key])


def source(*args, dbt_load_df_function):
    sources = {}
    key = '.'.join(args)
    return dbt_load_df_function(sources[key])


config_dict = {}
meta_dict = {'cluster_range': [3, 8], 'n_clusters': 'auto', 'random_seed': 20111209}


class config:
    def __init__(self, *args, **kwargs):
        pass

    @staticmethod
    def get(key, default=None):
        return config_dict.get(key, default)

    @staticmethod
    def meta_get(key, default=None):
        return meta_dict.get(key, default)

class this:
    """dbt.this() or dbt.this.identifier"""
    database = "shop"
    schema = "main_quintile"
    identifier = "kmeans_fits"
    
    def __repr__(self):
        return '"shop"."main_quintile"."kmeans_fits"'


class dbtObj:
    def __init__(self, load_df_function) -> None:
        self.source = lambda *args: source(*args, dbt_load_df_function=load_df_function)
        self.ref = lambda *args, **kwargs: ref(*args, **kwargs, dbt_load_df_function=load_df_function)
        self.config = config
        self.this = this()
        self.is_incremental = False

# COMMAND ----------


