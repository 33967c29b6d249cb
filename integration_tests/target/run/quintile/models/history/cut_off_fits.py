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


# This part is user provided model code
# you will need to copy the next section to run the code
# COMMAND ----------
# this part is dbt logic for get ref work, do not modify

def ref(*args, **kwargs):
    refs = {"quintile.backtest_sample": "\"shop\".\"main_quintile\".\"backtest_sample\"", "quintile.cut_offs": "\"shop\".\"main_quintile\".\"cut_offs\""}
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
meta_dict = {'cluster_range': [3, 8], 'n_clusters': 'auto', 'min_cluster_share': 0.02, 'random_seed': 20111209}


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
    identifier = "cut_off_fits"
    
    def __repr__(self):
        return '"shop"."main_quintile"."cut_off_fits"'


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
    tmp_name = '__dbt_python_model_df_' + 'cut_off_fits__dbt_tmp'
    con.register(tmp_name, df)
    
    con.execute('create table "shop"."main_quintile"."cut_off_fits__dbt_tmp" as select * from ' + tmp_name)
    
    con.unregister(tmp_name)
