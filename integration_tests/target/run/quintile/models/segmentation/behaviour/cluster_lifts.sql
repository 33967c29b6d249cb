
    

    create  table
      "shop"."main_quintile"."cluster_lifts__dbt_tmp"
  
    
    as (
      with
fits as (
    select * from "shop"."main_quintile"."kmeans_fits"
),

candidates as (
    select * from "shop"."main_quintile"."cluster_candidates"
),

customers as (
    select * from "shop"."main_quintile"."last_period_customers"
),

last_period as (
    select * from "shop"."main_quintile"."last_period"
),

clusters as (
    select fits.*
    from fits
    inner join candidates on fits.n_clusters = candidates.n_clusters
    where candidates.is_chosen
),

scaling as (
    select
        
        max(recency_mean) as recency_mean,
        max(recency_stddev) as recency_stddev,
        max(frequency_mean) as frequency_mean,
        max(frequency_stddev) as frequency_stddev,
        max(monetary_mean) as monetary_mean,
        max(monetary_stddev) as monetary_stddev
        
    from clusters
    
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
    from clusters
    
),

metrics_standardised as (
    select
        customers.customer_id,
        customers.next_orders,
        customers.next_revenue,
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

outcomes_summed as (
    select
        cluster_id,
        count(*) as customers,
        count(next_orders) as customers_followed,
        sum(case when next_orders > 0 then 1 else 0 end) as active_customers,
        cast(sum(next_revenue) as double) as revenue
    from clusters_found
    group by cluster_id
),

outcomes_compared as (
    select
        cluster_id,
        customers,
        active_customers / cast(nullif(customers_followed, 0) as double) as active_share,
        revenue / customers / nullif(sum(revenue) over () / sum(customers) over (), 0) as lift
    from outcomes_summed
),

-- Where nobody was like that before the period, as with all new customers of a shop that opens for a season.
gaps_filled as (
    select
        clusters.cluster_id,
        cast(coalesce(outcomes_compared.customers, 0) as bigint) as next_period_customers,
        outcomes_compared.active_share as next_period_active_share,
        coalesce(outcomes_compared.lift, clusters.spend_ratio) as next_period_lift,
        case when outcomes_compared.lift is null then 'past spend' else last_period.basis end as lift_basis
    from clusters
    left join outcomes_compared on clusters.cluster_id = outcomes_compared.cluster_id
    cross join last_period
)

select * from gaps_filled
    );
    
  