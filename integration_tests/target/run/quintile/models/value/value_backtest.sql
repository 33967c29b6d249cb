
    
      
    

    create  table
      "shop"."main_quintile"."value_backtest__dbt_tmp"
  
  (
    cut_off date not null,
    period_end date not null,
    history_days integer not null,
    horizon_days integer not null,
    model varchar not null,
    converged boolean not null,
    message varchar not null,
    is_served boolean not null,
    is_latest boolean not null,
    customers bigint not null,
    mae double not null,
    rmse double not null,
    bias double,
    spearman double,
    normalised_gini double,
    top_decile_revenue_share double,
    auc double,
    brier_score double not null,
    interval_coverage double
    
    )
 ;
    
    
    insert into "shop"."main_quintile"."value_backtest__dbt_tmp" 
  (
    
      
      
      cut_off ,
    
      
      
      period_end ,
    
      
      
      history_days ,
    
      
      
      horizon_days ,
    
      
      
      model ,
    
      
      
      converged ,
    
      
      
      message ,
    
      
      
      is_served ,
    
      
      
      is_latest ,
    
      
      
      customers ,
    
      
      
      mae ,
    
      
      
      rmse ,
    
      
      
      bias ,
    
      
      
      spearman ,
    
      
      
      normalised_gini ,
    
      
      
      top_decile_revenue_share ,
    
      
      
      auc ,
    
      
      
      brier_score ,
    
      
      
      interval_coverage 
    
  )
 (
      
    select cut_off, period_end, history_days, horizon_days, model, converged, message, is_served, is_latest, customers, mae, rmse, bias, spearman, normalised_gini, top_decile_revenue_share, auc, brier_score, interval_coverage
    from (
        with
scores as (
    select * from "shop"."main_quintile"."value_model_scores"
),

served as (
    select max(value_model) as value_model
    from "shop"."main_quintile"."customer_value"
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
    ) as model_subq
    );
  