{#- cluster_model as the last build left it, read before this build replaces it: a ref would be a circle. -#}
with
rows_kept as (
    {{ rows_of_last_build('cluster_model', ['fit_id']) }}
)

select * from rows_kept
