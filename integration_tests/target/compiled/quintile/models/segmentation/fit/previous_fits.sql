with
rows_kept as (
    select cast(null as integer) as fit_id
    where false
)

select * from rows_kept