select
    *,
    period_end - period_start as days
from value_totals
