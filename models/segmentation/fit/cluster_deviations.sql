with
features as (
    select * from {{ ref('quintile', 'cluster_features') }}
),

assignments as (
    select * from {{ ref('quintile', 'cluster_assignments') }}
),

-- Sums of decimals are exact, so means do not depend on row order or threads.
features_listed as (
    {% for metric in rfm_metrics() -%}
    select
        assignments.cluster_id,
        '{{ metric }}' as metric,
        cast(features.z_{{ metric }} as decimal(18, 9)) as feature
    from features
    inner join assignments on features.customer_id = assignments.customer_id
    {% if not loop.last -%}
    union all
    {% endif -%}
    {% endfor -%}
),

features_summed as (
    select
        cluster_id,
        metric,
        count(*) as customers,
        sum(feature) as feature_sum
    from features_listed
    group by cluster_id, metric
),

means_compared as (
    select
        cluster_id,
        metric,
        round(
            cast(feature_sum as double) / customers
            - cast(sum(feature_sum) over (partition by metric) as double) / sum(customers) over (partition by metric),
            9
        ) as deviation
    from features_summed
),

deviations_ranked as (
    select
        cluster_id,
        metric,
        deviation,
        cast(
            row_number() over (partition by cluster_id order by abs(deviation) desc, metric) as integer
        ) as deviation_rank
    from means_compared
)

select * from deviations_ranked
