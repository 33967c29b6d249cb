with
 __dbt__cte__customers_to_score as (
-- depends_on: "shop"."files"."customers_to_score"

with
lines_read as (
    select
        cast(null as string) as source_file,
        cast(null as bigint) as line_number,
        cast(null as bigint) as line_id,
        cast(null as string) as unreadable_reason,
        cast(null as string) as customer_id_read,
        cast(null as string) as recency_days_read,
        cast(null as string) as frequency_read,
        cast(null as string) as monetary_read
        
    where false
),

values_typed as (
    select
        *,
        case when case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end like '%@%' then lower(case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end) else case
        when length(case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end) <= 4 and regexp_matches(lower(case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end), '^(na|n/a|#n/a|<na>|nan|null|none)?$')
            then null
        when case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end like '%.0%' and regexp_matches(case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end, '^-?[0-9]+[.]0+$')
            then split_part(case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end, '.', 1)
        else case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end
    end end as customer_id,
        case when try_cast(recency_days_read as decimal(18, 4)) >= 0 then try_cast(recency_days_read as decimal(18, 4)) end as recency_days,
        case when try_cast(frequency_read as decimal(18, 4)) >= 0 then try_cast(frequency_read as decimal(18, 4)) end as frequency,
        case when try_cast(monetary_read as decimal(18, 4)) >= 0 then try_cast(monetary_read as decimal(18, 4)) end as monetary
        
    from lines_read
),

problems_found as (
    select
        *,
        case
            when unreadable_reason is not null then unreadable_reason
            when recency_days_read is null then 'recency_days is empty'
            when recency_days is null
                then 'recency_days is not a number from 0 to below 10^14: ' || left(recency_days_read, 80)
            when frequency_read is null then 'frequency is empty'
            when frequency is null
                then 'frequency is not a number from 0 to below 10^14: ' || left(frequency_read, 80)
            when monetary_read is null then 'monetary is empty'
            when monetary is null
                then 'monetary is not a number from 0 to below 10^14: ' || left(monetary_read, 80)
            end as problem
    from values_typed
)

select * from problems_found
), customers as (
    select * from __dbt__cte__customers_to_score
),

thresholds as (
    
    select
        
        max(case when metric = 'recency' and score = 2 then lower_bound end) as recency_2,
        max(case when metric = 'recency' and score = 3 then lower_bound end) as recency_3,
        max(case when metric = 'recency' and score = 4 then lower_bound end) as recency_4,
        max(case when metric = 'recency' and score = 5 then lower_bound end) as recency_5,
        max(case when metric = 'frequency' and score = 2 then lower_bound end) as frequency_2,
        max(case when metric = 'frequency' and score = 3 then lower_bound end) as frequency_3,
        max(case when metric = 'frequency' and score = 4 then lower_bound end) as frequency_4,
        max(case when metric = 'frequency' and score = 5 then lower_bound end) as frequency_5,
        max(case when metric = 'monetary' and score = 2 then lower_bound end) as monetary_2,
        max(case when metric = 'monetary' and score = 3 then lower_bound end) as monetary_3,
        max(case when metric = 'monetary' and score = 4 then lower_bound end) as monetary_4,
        max(case when metric = 'monetary' and score = 5 then lower_bound end) as monetary_5,
        count(*) as cut_points
    from "shop"."main_quintile"."rfm_thresholds"
    

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

rfm_segments as (
    select * from "shop"."main_quintile"."rfm_segments"
),

clusters as (
    
    with
    cluster_model as (
        select * from "shop"."main_quintile"."cluster_model"
    ),

    playbook as (
        select * from "shop"."main_quintile"."segment_playbook"
    )

    select
        cluster_model.cluster_id,
        cluster_model.cluster_label,
        cluster_model.marketing_tier,
        playbook.recommended_action,
        playbook.channel,
        playbook.priority
    from cluster_model
    inner join playbook on cluster_model.playbook_label = playbook.cluster_label
),


metrics_scored as (
    select
        customers.*,
        (
        1
        + case when -customers.recency_days > thresholds.recency_2 then 1 else 0 end
        + case when -customers.recency_days > thresholds.recency_3 then 1 else 0 end
        + case when -customers.recency_days > thresholds.recency_4 then 1 else 0 end
        + case when -customers.recency_days > thresholds.recency_5 then 1 else 0 end
    ) as r_score,
        (
        1
        + case when customers.frequency > thresholds.frequency_2 then 1 else 0 end
        + case when customers.frequency > thresholds.frequency_3 then 1 else 0 end
        + case when customers.frequency > thresholds.frequency_4 then 1 else 0 end
        + case when customers.frequency > thresholds.frequency_5 then 1 else 0 end
    ) as f_score,
        (
        1
        + case when customers.monetary > thresholds.monetary_2 then 1 else 0 end
        + case when customers.monetary > thresholds.monetary_3 then 1 else 0 end
        + case when customers.monetary > thresholds.monetary_4 then 1 else 0 end
        + case when customers.monetary > thresholds.monetary_5 then 1 else 0 end
    ) as m_score,
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
    cross join thresholds
    cross join scaling
    where customers.recency_days is not null and customers.frequency is not null and customers.monetary is not null
),

distances_measured as (
    select
        metrics_scored.*,
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
        
    from metrics_scored
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

scores_combined as (
    select
        clusters_found.*,
        cast(r_score as string) || cast(f_score as string) || cast(m_score as string) as rfm_code,
        cast(ceil((f_score + m_score) / 2.0) as integer) as fm_score
    from clusters_found
),

customers_scored as (
    select
        scores_combined.*,
        rfm_segments.rfm_segment,
        clusters.cluster_label,
        next_clusters.cluster_label as next_cluster_label,
        clusters.marketing_tier,
        clusters.recommended_action,
        clusters.channel,
        clusters.priority
    from scores_combined
    left join rfm_segments
        on scores_combined.r_score = rfm_segments.r_score and scores_combined.fm_score = rfm_segments.fm_score
    left join clusters on scores_combined.cluster_id = clusters.cluster_id
    left join clusters as next_clusters on scores_combined.next_cluster_id = next_clusters.cluster_id
),

answers_joined as (
    select
        customers.source_file,
        cast(customers.line_number as bigint) as line_number,
        customers.customer_id,
        customers.recency_days,
        customers.frequency,
        customers.monetary,
        customers_scored.r_score,
        customers_scored.f_score,
        customers_scored.m_score,
        customers_scored.rfm_code,
        customers_scored.fm_score,
        customers_scored.rfm_segment,
        customers_scored.cluster_id,
        customers_scored.cluster_label,
        customers_scored.next_cluster_label,
        customers_scored.marketing_tier,
        customers_scored.recommended_action,
        customers_scored.channel,
        customers_scored.priority,
        customers_scored.centroid_distance,
        customers_scored.assignment_margin,
        case
            when customers.problem is not null then customers.problem
            when customers_scored.line_number is null then 'the invoices hold no customer to compare with'
        end as problem
    from customers
    left join customers_scored
        on customers.source_file = customers_scored.source_file
            and customers.line_number = customers_scored.line_number
)

select * from answers_joined