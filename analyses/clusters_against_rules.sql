-- FINDING: On the UCI file, plain deciles of past spend rank the next 90 days' spenders better than any segments do:
--   a mean normalised Gini of 0.76 over 6 cutoffs, against 0.64 for clusters and 0.64 for the rule-based segments.
--   Use segments to decide what to do, not to rank: a decile says how much to expect of a customer, not what to do.
-- METHOD: Average segment_gini, which learns the spend of each segment at an earlier cutoff and fits the clusters
--   there. The file covers one year, so the two periods, one to learn from and one to judge by, have to be short:
--   --vars 'value_horizon_days: 90'. With longer data the default will do. benchmarks/segmentation_rivals.py adds a
--   Gaussian mixture, and how stable each is when fitted on customers drawn with replacement.
-- CAVEAT: One shop, whose large customers buy steadily. Where customers come and go, recency says more than spend:
--   on the made-up sample the rules rank best at the later cutoffs.
with
ginis_averaged as (
    select
        segmentation,
        count(*) as cut_offs,
        avg(normalised_gini) as normalised_gini,
        min(normalised_gini) as lowest,
        max(normalised_gini) as highest
    from {{ ref('quintile', 'segment_gini') }}
    group by segmentation
)

select * from ginis_averaged
order by normalised_gini desc
