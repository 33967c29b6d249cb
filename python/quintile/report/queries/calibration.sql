select
    value_calibration.cut_off,
    value_calibration.decile,
    value_calibration.customers,
    value_calibration.mean_predicted,
    value_calibration.mean_actual
from value_calibration
inner join value_backtest
    on value_calibration.cut_off = value_backtest.cut_off
    and value_calibration.model = value_backtest.model
where value_backtest.is_latest and value_backtest.is_served and value_calibration.outcome = 'spend'
order by value_calibration.decile
