select
    segmentation,
    avg(normalised_gini) as normalised_gini,
    count(normalised_gini) as cut_offs
from segment_gini
group by segmentation
having count(normalised_gini) > 0
order by normalised_gini desc, segmentation asc
