with
trials as (
    select * from {{ ref('value_model_scores') }}
),

deciles_selected as (
    select
        cut_off,
        model,
        decile,
        decile_customers as customers,
        mean_predicted,
        mean_actual
    from trials
)

select * from deciles_selected
