{#- Read before this build replaces the table; a ref would make a cycle. -#}
with
rows_kept as (
    {{ rows_of_last_build('model_drift', ['build_number']) }}
)

select * from rows_kept
