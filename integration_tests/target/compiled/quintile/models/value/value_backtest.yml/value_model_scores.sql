
-- Fixture for value_model_scores
select 
    
    cast('2011-03-01' as DATE)
 as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('bg_nbd' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(0.5 as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", 
    
    cast(0.75 as DOUBLE)
 as "gini", cast(null as DOUBLE) as "top_decile_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "calibration_gain", cast(null as DOUBLE) as "interval_coverage", cast(null as character varying(256)) as "outcome", 
    
    cast(3 as BIGINT)
 as "decile", cast(null as BIGINT) as "decile_customers", cast(null as DOUBLE) as "mean_predicted", cast(null as DOUBLE) as "mean_actual", cast(null as DOUBLE) as "lower_ratio", cast(null as DOUBLE) as "upper_ratio"
union all
select 
    
    cast('2011-03-01' as DATE)
 as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('bg_nbd' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(0.5 as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", 
    
    cast(0.75 as DOUBLE)
 as "gini", cast(null as DOUBLE) as "top_decile_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "calibration_gain", cast(null as DOUBLE) as "interval_coverage", cast(null as character varying(256)) as "outcome", 
    
    cast(8 as BIGINT)
 as "decile", cast(null as BIGINT) as "decile_customers", cast(null as DOUBLE) as "mean_predicted", cast(null as DOUBLE) as "mean_actual", cast(null as DOUBLE) as "lower_ratio", cast(null as DOUBLE) as "upper_ratio"
union all
select 
    
    cast('2011-06-01' as DATE)
 as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('bg_nbd' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(null as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", 
    
    cast(null as DOUBLE)
 as "gini", cast(null as DOUBLE) as "top_decile_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "calibration_gain", cast(null as DOUBLE) as "interval_coverage", cast(null as character varying(256)) as "outcome", 
    
    cast(8 as BIGINT)
 as "decile", cast(null as BIGINT) as "decile_customers", cast(null as DOUBLE) as "mean_predicted", cast(null as DOUBLE) as "mean_actual", cast(null as DOUBLE) as "lower_ratio", cast(null as DOUBLE) as "upper_ratio"
union all
select 
    
    cast('2011-06-01' as DATE)
 as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('past_spend' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(0 as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", 
    
    cast(1 as DOUBLE)
 as "gini", cast(null as DOUBLE) as "top_decile_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "calibration_gain", cast(null as DOUBLE) as "interval_coverage", cast(null as character varying(256)) as "outcome", 
    
    cast(8 as BIGINT)
 as "decile", cast(null as BIGINT) as "decile_customers", cast(null as DOUBLE) as "mean_predicted", cast(null as DOUBLE) as "mean_actual", cast(null as DOUBLE) as "lower_ratio", cast(null as DOUBLE) as "upper_ratio"