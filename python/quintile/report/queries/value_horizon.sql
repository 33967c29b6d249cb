select max(horizon_days) as horizon_days
from value_cut_offs
where not is_back_test
