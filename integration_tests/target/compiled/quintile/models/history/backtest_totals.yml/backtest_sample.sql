select date '2011-03-31' as month_end, cast(10 * number as decimal(18, 4)) as monetary
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10)) as numbers (number)