{#- Read before this build replaces the table; a ref would make a cycle. -#}
with
rows_kept as (
    {{ rows_of_last_build('kmeans_fits', ['fit_id']) }}
)

select * from rows_kept
