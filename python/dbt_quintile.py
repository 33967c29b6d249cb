"""Found by dbt itself, which imports every module named dbt_* before it starts."""

import sys

from quintile.engines.interruption import say_interruptions_plainly
from quintile.engines.system_errors import say_system_errors_plainly

say_interruptions_plainly()
say_system_errors_plainly()
if "dbt.adapters.spark" in sys.modules:
    from quintile.engines.spark_session import extend_adapter

    extend_adapter()
