with
moves as (
    select * from {{ ref('quintile', 'refund_ledger') }}
    where highest_height > lowest_height
),

{{ stack_pairs() }}

select * from pairs_measured
