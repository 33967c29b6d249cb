{#- model_drift as the last build left it, read before this build replaces it: a ref would be a circle. -#}
with
rows_kept as (
    {{ rows_of_last_build('model_drift', ['build_number']) }}
)

select * from rows_kept
