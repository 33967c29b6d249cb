"""Imported by dbt before it starts, as is every module named dbt_*."""

import sys

from quintile.engines.interruption import say_what_interruptions_mean
from quintile.engines.plain_errors import leave_out_stacks

say_what_interruptions_mean()
leave_out_stacks()
if "dbt.adapters.spark" in sys.modules:
    from quintile.engines.spark_session import extend_adapter

    extend_adapter()
