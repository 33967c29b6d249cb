-- Every cell of the R x FM grid has exactly one name.
with
cells as (
    select
        r.score as r_score,
        fm.score as fm_score
    from (values (1), (2), (3), (4), (5)) as r (score)
    cross join (values (1), (2), (3), (4), (5)) as fm (score)
)

select
    cells.r_score,
    cells.fm_score,
    count(rfm_segments.rfm_segment) as segments_found
from cells
full outer join {{ ref('quintile', 'segment_grid') }} as rfm_segments
    on cells.r_score = rfm_segments.r_score and cells.fm_score = rfm_segments.fm_score
group by cells.r_score, cells.fm_score
having count(rfm_segments.rfm_segment) != 1 or cells.r_score is null
{{ 'limit 0' if flags.EMPTY }}
