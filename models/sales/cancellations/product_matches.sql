with
moves as (
    select * from {{ ref('quintile', 'cancellation_ledger') }}
    where highest_height > lowest_height
),

{{ stack_pairs() }}

select * from pairs_measured
