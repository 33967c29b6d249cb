-- FINDING: On the UCI file, ranked by what their segment spent an earlier time, clusters find the next 90 days'
--   spenders better than the rule-based segments: a mean normalised Gini of 0.69 against 0.64 over 6 cut-offs.
-- METHOD: Average segment_gini. The file spans a year, so that two periods, one to learn from and one to judge
--   by, have to be short: --vars 'value_horizon_days: 90'. With longer data the default will do.
-- CAVEAT: The clusters are those of today, fitted on data that hold the later periods; the rules look at each
--   date alone.
with
ginis_averaged as (
    select
        segmentation,
        count(*) as cut_offs,
        avg(normalised_gini) as normalised_gini,
        min(normalised_gini) as lowest,
        max(normalised_gini) as highest
    from {{ ref('segment_gini') }}
    group by segmentation
)

select * from ginis_averaged
order by normalised_gini desc
