select
    *,
    period_end - period_start as period_days
from value_totals
