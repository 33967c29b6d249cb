with
segments as (
    select * from "shop"."main_quintile"."segments"
),

clusters as (
    select * from "shop"."main_quintile"."cluster_model"
),

deviations as (
    select * from "shop"."main_quintile"."cluster_deviations"
),

clusters_profiled as (
    select
        cluster_id,
        cluster_label,
        marketing_tier,
        count(*) as customers,
        sum(monetary) as revenue,
        avg(recency_days) as mean_recency_days,
        quantile_cont(cast(recency_days as double), 0.25) as lower_quartile_recency_days,
        quantile_cont(cast(recency_days as double), 0.5) as median_recency_days,
        quantile_cont(cast(recency_days as double), 0.75) as upper_quartile_recency_days,
        avg(frequency) as mean_frequency,
        quantile_cont(cast(frequency as double), 0.25) as lower_quartile_frequency,
        quantile_cont(cast(frequency as double), 0.5) as median_frequency,
        quantile_cont(cast(frequency as double), 0.75) as upper_quartile_frequency,
        avg(monetary) as mean_monetary,
        quantile_cont(cast(monetary as double), 0.25) as lower_quartile_monetary,
        quantile_cont(cast(monetary as double), 0.5) as median_monetary,
        quantile_cont(cast(monetary as double), 0.75) as upper_quartile_monetary
        
    from segments
    group by cluster_id, cluster_label, marketing_tier
),

shares_computed as (
    select
        cluster_id,
        cluster_label,
        marketing_tier,
        customers,
        customers / cast(sum(customers) over () as double) as customer_share,
        cast(revenue as decimal(18, 4)) as revenue,
        cast(revenue as double) / cast(sum(revenue) over () as double) as revenue_share,
        mean_recency_days,
        lower_quartile_recency_days,
        median_recency_days,
        upper_quartile_recency_days,
        mean_frequency,
        lower_quartile_frequency,
        median_frequency,
        upper_quartile_frequency,
        mean_monetary,
        lower_quartile_monetary,
        median_monetary,
        upper_quartile_monetary
        
    from clusters_profiled
),

facts_joined as (
    select
        shares_computed.*,
        clusters.next_period_lift,
        clusters.next_period_active_share,
        clusters.next_period_customers,
        clusters.lift_basis,
        deviations.metric as distinctive_metric,
        deviations.deviation as distinctive_deviation
    from shares_computed
    inner join clusters on shares_computed.cluster_id = clusters.cluster_id
    left join deviations
        on shares_computed.cluster_id = deviations.cluster_id
            and deviations.deviation_rank = 1
            and deviations.deviation != 0
)

select * from facts_joined