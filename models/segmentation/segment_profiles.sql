with
segments as (
    select * from {{ ref('quintile', 'segments') }}
),

clusters as (
    select * from {{ ref('quintile', 'cluster_model') }}
),

deviations as (
    select * from {{ ref('quintile', 'cluster_deviations') }}
),

clusters_profiled as (
    select
        cluster_id,
        cluster_label,
        marketing_tier,
        count(*) as customers,
        sum(monetary) as revenue,
        {% for column in metric_columns().values() -%}
        {{ mean(column) }} as mean_{{ column }},
        {{ quantiles(column, [0.25, 0.5, 0.75]) }} as quartiles_{{ column }}{{ "," if not loop.last }}
        {% endfor %}
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
        {% for column in metric_columns().values() -%}
        mean_{{ column }},
        {{ array_item('quartiles_' ~ column, 1) }} as lower_quartile_{{ column }},
        {{ array_item('quartiles_' ~ column, 2) }} as median_{{ column }},
        {{ array_item('quartiles_' ~ column, 3) }} as upper_quartile_{{ column }}{{ "," if not loop.last }}
        {% endfor %}
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
