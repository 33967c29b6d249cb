with
outcomes as (
    select * from {{ ref('quintile', 'segment_outcomes') }}
),

customers_ranked as (
    select
        month_end,
        next_revenue,
        row_number() over (partition by month_end order by next_revenue) as place
    from outcomes
),

rankings_summed as (
    select
        month_end,
        count(*) as customers,
        cast(sum(next_revenue) as decimal(18, 4)) as revenue,
        sum(next_revenue * place) as ranked_revenue
    from customers_ranked
    group by month_end
),

ginis_computed as (
    select
        month_end,
        customers,
        revenue,
        {{ gini('ranked_revenue', 'customers', 'revenue') }} as gini
    from rankings_summed
)

select * from ginis_computed
