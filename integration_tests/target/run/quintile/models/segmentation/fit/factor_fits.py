from quintile.engines.relations import arrow_table
from quintile.segmentation.factors import fit_factors


def model(dbt, session):
    return fit_factors(
        arrow_table(dbt.ref("quintile", "cluster_sample")).to_pandas(),
        n_clusters=dbt.config.meta_get("clusters_per_factor"),
        random_seed=dbt.config.meta_get("random_seed"),
    )


# This part is user provided model code
# you will need to copy the next section to run the code
# COMMAND ----------
# this part is dbt logic for get ref work, do not modify

def ref(*args, **kwargs):
    refs = {"quintile.cluster_sample": "\"shop\".\"main_quintile\".\"cluster_sample\""}
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
meta_dict = {'clusters_per_factor': 4, 'random_seed': 20111209}


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
    identifier = "factor_fits"
    
    def __repr__(self):
        return '"shop"."main_quintile"."factor_fits"'


class dbtObj:
    def __init__(self, load_df_function) -> None:
        self.source = lambda *args: source(*args, dbt_load_df_function=load_df_function)
        self.ref = lambda *args, **kwargs: ref(*args, **kwargs, dbt_load_df_function=load_df_function)
        self.config = config
        self.this = this()
        self.is_incremental = False

# COMMAND ----------




def materialize(df, con):
    try:
        import pyarrow
        pyarrow_available = True
    except ImportError:
        pyarrow_available = False
    finally:
        if pyarrow_available and isinstance(df, pyarrow.Table):
            # https://github.com/duckdb/duckdb/issues/6584
            import pyarrow.dataset
    tmp_name = '__dbt_python_model_df_' + 'factor_fits__dbt_tmp'
    con.register(tmp_name, df)
    
    con.execute('create table "shop"."main_quintile"."factor_fits__dbt_tmp" as select * from ' + tmp_name)
    
    con.unregister(tmp_name)
