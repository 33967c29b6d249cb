with
customers as (
    select * from {{ ref('month_end_rfm') }}
),

{{ cut_point_steps(by='month_end') }}

select * from cut_points_found
