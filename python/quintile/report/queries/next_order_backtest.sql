select *
from next_order_backtest
order by cut_off desc
limit 1
