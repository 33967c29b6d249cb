
select
    cut_off, model, outcome, decile,
    count(*) as rows_found
from "shop"."main_quintile"."value_model_scores"
group by cut_off, model, outcome, decile
having count(*) > 1
