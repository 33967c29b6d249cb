
select *
from "shop"."main_quintile"."segment_migrations"
where not coalesce(from_segment != to_segment or to_segment not in ('New', 'Lapsed'), false)
