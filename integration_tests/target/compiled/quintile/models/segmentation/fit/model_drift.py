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


# This part is user provided model code
# you will need to copy the next section to run the code
# COMMAND ----------
# this part is dbt logic for get ref work, do not modify

def ref(*args, **kwargs):
    refs = {"quintile.as_of": "\"shop\".\"main_quintile\".\"as_of\"", "quintile.cluster_sample": "\"shop\".\"main_quintile\".\"cluster_sample\"", "quintile.current_feature_stats": "\"shop\".\"main_quintile\".\"current_feature_stats\"", "quintile.previous_cluster_model": "\"shop\".\"main_quintile\".\"previous_cluster_model\"", "quintile.previous_decisions": "\"shop\".\"main_quintile\".\"previous_decisions\"", "quintile.previous_fits": "\"shop\".\"main_quintile\".\"previous_fits\""}
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
meta_dict = {'features': 'ln(1 + x) of recency_days, frequency, monetary', 'n_clusters': 'auto', 'cluster_range': [3, 8], 'random_seed': 20111209, 'match_cancellations': True, 'products_only': True, 'refit': False, 'min_stability': 0.8}


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
    identifier = "model_drift"
    
    def __repr__(self):
        return '"shop"."main_quintile"."model_drift"'


class dbtObj:
    def __init__(self, load_df_function) -> None:
        self.source = lambda *args: source(*args, dbt_load_df_function=load_df_function)
        self.ref = lambda *args, **kwargs: ref(*args, **kwargs, dbt_load_df_function=load_df_function)
        self.config = config
        self.this = this()
        self.is_incremental = False

# COMMAND ----------


