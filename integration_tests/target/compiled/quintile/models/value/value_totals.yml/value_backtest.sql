
-- Fixture for value_backtest
select cast(null as DATE) as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('blend' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", 
    
    cast(True as BOOLEAN)
 as "is_served", cast(null as BOOLEAN) as "is_latest", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(0.25 as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", cast(null as DOUBLE) as "normalised_gini", cast(null as DOUBLE) as "top_decile_revenue_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "interval_coverage"
union all
select cast(null as DATE) as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('blend' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", 
    
    cast(True as BOOLEAN)
 as "is_served", cast(null as BOOLEAN) as "is_latest", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(-0.2 as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", cast(null as DOUBLE) as "normalised_gini", cast(null as DOUBLE) as "top_decile_revenue_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "interval_coverage"
union all
select cast(null as DATE) as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('blend' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", 
    
    cast(True as BOOLEAN)
 as "is_served", cast(null as BOOLEAN) as "is_latest", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(null as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", cast(null as DOUBLE) as "normalised_gini", cast(null as DOUBLE) as "top_decile_revenue_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "interval_coverage"
union all
select cast(null as DATE) as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('bg_nbd' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", 
    
    cast(False as BOOLEAN)
 as "is_served", cast(null as BOOLEAN) as "is_latest", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(4 as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", cast(null as DOUBLE) as "normalised_gini", cast(null as DOUBLE) as "top_decile_revenue_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "interval_coverage"