
  
    
  create view "shop"."main_quintile"."rfm_history__dbt_tmp" as (
    with
customers as (
    select * from "shop"."main_quintile"."month_end_scores"
),

clusters as (
    select * from "shop"."main_quintile"."cluster_model"
),

published_labels as (
    select * from "shop"."main_quintile"."published_labels"
),

scaling as (
    select
        
        max(recency_mean) as recency_mean,
        max(recency_stddev) as recency_stddev,
        max(frequency_mean) as frequency_mean,
        max(frequency_stddev) as frequency_stddev,
        max(monetary_mean) as monetary_mean,
        max(monetary_stddev) as monetary_stddev
        
    from "shop"."main_quintile"."cluster_model"
    
),

centroids as (
    select
        
        max(case when cluster_id = 1 then centroid_recency end) as recency_1,
        max(case when cluster_id = 1 then centroid_frequency end) as frequency_1,
        max(case when cluster_id = 1 then centroid_monetary end) as monetary_1,
        max(case when cluster_id = 2 then centroid_recency end) as recency_2,
        max(case when cluster_id = 2 then centroid_frequency end) as frequency_2,
        max(case when cluster_id = 2 then centroid_monetary end) as monetary_2,
        max(case when cluster_id = 3 then centroid_recency end) as recency_3,
        max(case when cluster_id = 3 then centroid_frequency end) as frequency_3,
        max(case when cluster_id = 3 then centroid_monetary end) as monetary_3,
        max(case when cluster_id = 4 then centroid_recency end) as recency_4,
        max(case when cluster_id = 4 then centroid_frequency end) as frequency_4,
        max(case when cluster_id = 4 then centroid_monetary end) as monetary_4,
        max(case when cluster_id = 5 then centroid_recency end) as recency_5,
        max(case when cluster_id = 5 then centroid_frequency end) as frequency_5,
        max(case when cluster_id = 5 then centroid_monetary end) as monetary_5,
        max(case when cluster_id = 6 then centroid_recency end) as recency_6,
        max(case when cluster_id = 6 then centroid_frequency end) as frequency_6,
        max(case when cluster_id = 6 then centroid_monetary end) as monetary_6,
        max(case when cluster_id = 7 then centroid_recency end) as recency_7,
        max(case when cluster_id = 7 then centroid_frequency end) as frequency_7,
        max(case when cluster_id = 7 then centroid_monetary end) as monetary_7,
        max(case when cluster_id = 8 then centroid_recency end) as recency_8,
        max(case when cluster_id = 8 then centroid_frequency end) as frequency_8,
        max(case when cluster_id = 8 then centroid_monetary end) as monetary_8,
        count(*) as clusters
    from "shop"."main_quintile"."cluster_model"
    
),

metrics_standardised as (
    select
        customers.*,
        coalesce(
        round((cast(round(ln(1 + cast(customers.recency_days as double)), 9) as decimal(18, 9)) - scaling.recency_mean) / nullif(scaling.recency_stddev, 0), 9), 0
    ) as z_recency,
        coalesce(
        round((cast(round(ln(1 + cast(customers.frequency as double)), 9) as decimal(18, 9)) - scaling.frequency_mean) / nullif(scaling.frequency_stddev, 0), 9), 0
    ) as z_frequency,
        coalesce(
        round((cast(round(ln(1 + cast(customers.monetary as double)), 9) as decimal(18, 9)) - scaling.monetary_mean) / nullif(scaling.monetary_stddev, 0), 9), 0
    ) as z_monetary
        
    from customers
    cross join scaling
),

distances_measured as (
    select
        metrics_standardised.*,
        sqrt(
            power(z_recency - centroids.recency_1, 2)
            + power(z_frequency - centroids.frequency_1, 2)
            + power(z_monetary - centroids.monetary_1, 2)
        ) as distance_1,
        sqrt(
            power(z_recency - centroids.recency_2, 2)
            + power(z_frequency - centroids.frequency_2, 2)
            + power(z_monetary - centroids.monetary_2, 2)
        ) as distance_2,
        sqrt(
            power(z_recency - centroids.recency_3, 2)
            + power(z_frequency - centroids.frequency_3, 2)
            + power(z_monetary - centroids.monetary_3, 2)
        ) as distance_3,
        sqrt(
            power(z_recency - centroids.recency_4, 2)
            + power(z_frequency - centroids.frequency_4, 2)
            + power(z_monetary - centroids.monetary_4, 2)
        ) as distance_4,
        sqrt(
            power(z_recency - centroids.recency_5, 2)
            + power(z_frequency - centroids.frequency_5, 2)
            + power(z_monetary - centroids.monetary_5, 2)
        ) as distance_5,
        sqrt(
            power(z_recency - centroids.recency_6, 2)
            + power(z_frequency - centroids.frequency_6, 2)
            + power(z_monetary - centroids.monetary_6, 2)
        ) as distance_6,
        sqrt(
            power(z_recency - centroids.recency_7, 2)
            + power(z_frequency - centroids.frequency_7, 2)
            + power(z_monetary - centroids.monetary_7, 2)
        ) as distance_7,
        sqrt(
            power(z_recency - centroids.recency_8, 2)
            + power(z_frequency - centroids.frequency_8, 2)
            + power(z_monetary - centroids.monetary_8, 2)
        ) as distance_8
        
    from metrics_standardised
    cross join centroids
    where centroids.recency_1 is not null
),

nearest_found as (
    select
        distances_measured.*,
        least(distance_1, distance_2, distance_3, distance_4, distance_5, distance_6, distance_7, distance_8, null) as centroid_distance
    from distances_measured
),

nearest_named as (
    select
        nearest_found.*,
        case centroid_distance
            when distance_1 then 1
            when distance_2 then 2
            when distance_3 then 3
            when distance_4 then 4
            when distance_5 then 5
            when distance_6 then 6
            when distance_7 then 7
            when distance_8 then 8
        end as cluster_id
    from nearest_found
),

next_found as (
    select
        nearest_named.*,
        least(
            case when cluster_id != 1 then distance_1 end,
            case when cluster_id != 2 then distance_2 end,
            case when cluster_id != 3 then distance_3 end,
            case when cluster_id != 4 then distance_4 end,
            case when cluster_id != 5 then distance_5 end,
            case when cluster_id != 6 then distance_6 end,
            case when cluster_id != 7 then distance_7 end,
            case when cluster_id != 8 then distance_8 end,
            null
        ) as next_distance
    from nearest_named
),

clusters_found as (
    select
        next_found.*,
        case
            when cluster_id != 1 and distance_1 = next_distance then 1
            when cluster_id != 2 and distance_2 = next_distance then 2
            when cluster_id != 3 and distance_3 = next_distance then 3
            when cluster_id != 4 and distance_4 = next_distance then 4
            when cluster_id != 5 and distance_5 = next_distance then 5
            when cluster_id != 6 and distance_6 = next_distance then 6
            when cluster_id != 7 and distance_7 = next_distance then 7
            when cluster_id != 8 and distance_8 = next_distance then 8
        end as next_cluster_id,
        case
            when next_distance is null then 1
            when next_distance = 0 then 0
            else 1 - centroid_distance / next_distance
        end as assignment_margin
    from next_found
),

labels_joined as (
    select
        clusters_found.customer_id,
        clusters_found.month_end,

        clusters_found.last_ordered_at,
        clusters_found.recency_days,
        clusters_found.frequency,
        clusters_found.monetary,

        clusters_found.r_score,
        clusters_found.f_score,
        clusters_found.m_score,
        clusters_found.fm_score,
        clusters_found.rfm_code,
        clusters_found.rfm_segment,

        clusters_found.cluster_id,
        clusters.cluster_label,
        clusters.marketing_tier,

        published_labels.cluster_label as published_cluster_label,
        published_labels.marketing_tier as published_marketing_tier
    from clusters_found
    left join clusters on clusters_found.cluster_id = clusters.cluster_id
    left join published_labels
        on clusters_found.customer_id = published_labels.customer_id
            and cast(

    (clusters_found.month_end + cast(1 as bigint) * interval 1 day) as date) = published_labels.as_of_date
)

select * from labels_joined
  );
