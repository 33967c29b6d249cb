"""Found by dbt itself, which imports every module named dbt_*: nothing happens but on Spark."""

import sys

if "dbt.adapters.spark" in sys.modules:
    from quintile.engines.spark_session import extend_adapter

    extend_adapter()
