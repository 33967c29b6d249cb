
  
  create view "shop"."main_quintile"."value_calibration__dbt_tmp" as (
    with
scores as (
    select * from "shop"."main_quintile"."value_model_scores"
),

deciles_selected as (
    select
        cut_off,
        model,
        outcome,
        decile,
        decile_customers as customers,
        mean_predicted,
        mean_actual,
        lower_ratio,
        upper_ratio
    from scores
)

select * from deciles_selected
  );
