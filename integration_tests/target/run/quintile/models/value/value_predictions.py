from quintile.engines.relations import arrow_table, map_batches
from quintile.value.customer_value import PREDICTIONS, serve_model


def model(dbt, session):
    served = serve_model(
        arrow_table(dbt.ref("quintile", "value_seasons")),
        arrow_table(dbt.ref("quintile", "value_training_rows")),
        arrow_table(dbt.ref("quintile", "value_model_scores")),
        horizon_days=dbt.config.meta_get("value_horizon_days"),
        random_seed=dbt.config.meta_get("random_seed"),
    )
    return map_batches(dbt.ref("quintile", "customer_value_features"), served, PREDICTIONS)


# This part is user provided model code
# you will need to copy the next section to run the code
# COMMAND ----------
# this part is dbt logic for get ref work, do not modify

def ref(*args, **kwargs):
    refs = {"quintile.customer_value_features": "\"shop\".\"main_quintile\".\"customer_value_features\"", "quintile.value_model_scores": "\"shop\".\"main_quintile\".\"value_model_scores\"", "quintile.value_seasons": "\"shop\".\"main_quintile\".\"value_seasons\"", "quintile.value_training_rows": "\"shop\".\"main_quintile\".\"value_training_rows\""}
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
meta_dict = {'value_horizon_days': 180, 'random_seed': 20111209}


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
    identifier = "value_predictions"
    
    def __repr__(self):
        return '"shop"."main_quintile"."value_predictions"'


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
    tmp_name = '__dbt_python_model_df_' + 'value_predictions__dbt_tmp'
    con.register(tmp_name, df)
    
    con.execute('create table "shop"."main_quintile"."value_predictions__dbt_tmp" as select * from ' + tmp_name)
    
    con.unregister(tmp_name)
