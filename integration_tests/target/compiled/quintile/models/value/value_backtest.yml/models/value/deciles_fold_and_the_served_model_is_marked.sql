with
 __dbt__cte__value_model_scores as (

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
),  __dbt__cte__customer_value as (

-- Fixture for customer_value
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", cast(null as DECIMAL(18,4)) as "expected_spend", cast(null as DECIMAL(18,4)) as "spend_p10", cast(null as DECIMAL(18,4)) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as DATE) as "next_order_due_on", cast(null as character varying(256)) as "abc_class", 
    
    cast('bg_nbd' as character varying)
 as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", cast(null as DECIMAL(18,4)) as "expected_spend", cast(null as DECIMAL(18,4)) as "spend_p10", cast(null as DECIMAL(18,4)) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as DATE) as "next_order_due_on", cast(null as character varying(256)) as "abc_class", 
    
    cast('bg_nbd' as character varying)
 as "value_model", cast(null as character varying(256)) as "why_this_model"
), scores as (
    select * from __dbt__cte__value_model_scores
),

served as (
    select max(value_model) as value_model
    from __dbt__cte__customer_value
),

deciles_folded as (
    select distinct
        scores.cut_off,
        scores.period_end,
        scores.history_days,
        scores.horizon_days,
        scores.model,
        scores.converged,
        scores.message,
        coalesce(scores.model = served.value_model, false) as is_served,
        scores.cut_off = max(scores.cut_off) over () as is_latest,
        scores.customers,
        scores.mae,
        scores.rmse,
        scores.bias,
        scores.spearman,
        scores.gini as normalised_gini,
        scores.top_decile_share as top_decile_revenue_share,
        scores.auc,
        scores.brier_score,
        scores.interval_coverage
    from scores
    cross join served
)

select * from deciles_folded