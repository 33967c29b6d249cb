with
customers as (
    select * from {{ ref('customer_rfm') }}
),

{{ cut_point_steps() }}

select * from cut_points_found
