select cast(month_end as date) as month_end, metric, score, cast(lower_bound as decimal(24, 5)) as lower_bound
from (values
  ('2011-01-31', 'recency', 2, -90), ('2011-01-31', 'recency', 3, -60), ('2011-01-31', 'recency', 4, -30), ('2011-01-31', 'recency', 5, -11),
  ('2011-01-31', 'frequency', 2, 1), ('2011-01-31', 'frequency', 3, 1), ('2011-01-31', 'frequency', 4, 1), ('2011-01-31', 'frequency', 5, 1),
  ('2011-01-31', 'monetary', 2, 10), ('2011-01-31', 'monetary', 3, 20), ('2011-01-31', 'monetary', 4, 30), ('2011-01-31', 'monetary', 5, 40),
  ('2011-02-28', 'recency', 2, -90), ('2011-02-28', 'recency', 3, -60), ('2011-02-28', 'recency', 4, -10), ('2011-02-28', 'recency', 5, -5),
  ('2011-02-28', 'frequency', 2, 1), ('2011-02-28', 'frequency', 3, 2), ('2011-02-28', 'frequency', 4, 3), ('2011-02-28', 'frequency', 5, 4),
  ('2011-02-28', 'monetary', 2, 10), ('2011-02-28', 'monetary', 3, 20), ('2011-02-28', 'monetary', 4, 99), ('2011-02-28', 'monetary', 5, 200)
) as cut_points (month_end, metric, score, lower_bound)