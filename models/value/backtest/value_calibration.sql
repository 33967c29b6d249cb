with
scores as (
    select * from {{ ref('quintile', 'value_model_scores') }}
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
