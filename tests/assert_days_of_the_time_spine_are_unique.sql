select date_day
from {{ ref('quintile', 'time_spine') }}
group by date_day
having count(*) > 1
