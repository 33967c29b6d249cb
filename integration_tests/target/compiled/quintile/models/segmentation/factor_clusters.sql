with
customers as (
    select * from "shop"."main_quintile"."customer_rfm"
),

factor_fits as (
    select * from "shop"."main_quintile"."factor_fits"
),

bounds_put_in_one_row as (
    select
        max(
            case when factor = 'recency' and cluster_id = 1 then lower_bound end
        ) as recency_1,
        max(
            case when factor = 'recency' and cluster_id = 2 then lower_bound end
        ) as recency_2,
        max(
            case when factor = 'recency' and cluster_id = 3 then lower_bound end
        ) as recency_3,
        max(
            case when factor = 'frequency' and cluster_id = 1 then lower_bound end
        ) as frequency_1,
        max(
            case when factor = 'frequency' and cluster_id = 2 then lower_bound end
        ) as frequency_2,
        max(
            case when factor = 'frequency' and cluster_id = 3 then lower_bound end
        ) as frequency_3,
        max(
            case when factor = 'revenue' and cluster_id = 1 then lower_bound end
        ) as revenue_1,
        max(
            case when factor = 'revenue' and cluster_id = 2 then lower_bound end
        ) as revenue_2,
        max(
            case when factor = 'revenue' and cluster_id = 3 then lower_bound end
        ) as revenue_3,
        count(*) as fits
    from factor_fits
),

factors_assigned as (
    select
        customers.customer_id,
        0
        + case when -customers.recency_days > recency_1 then 1 else 0 end
        + case when -customers.recency_days > recency_2 then 1 else 0 end
        + case when -customers.recency_days > recency_3 then 1 else 0 end as recency_cluster,
        0
        + case when customers.frequency > frequency_1 then 1 else 0 end
        + case when customers.frequency > frequency_2 then 1 else 0 end
        + case when customers.frequency > frequency_3 then 1 else 0 end as frequency_cluster,
        0
        + case when customers.monetary > revenue_1 then 1 else 0 end
        + case when customers.monetary > revenue_2 then 1 else 0 end
        + case when customers.monetary > revenue_3 then 1 else 0 end as revenue_cluster
        from customers
    cross join bounds_put_in_one_row
),

scores_summed as (
    select
        *,
        recency_cluster + frequency_cluster + revenue_cluster as overall_score
    from factors_assigned
),

segments_named as (
    select
        *,
        case
            when overall_score >= 5 then 'High'
            when overall_score >= 3 then 'Medium'
            else 'Low'
        end as factor_segment
    from scores_summed
)

select * from segments_named