
    

    create  table
      "shop"."main_quintile"."revenue_concentration__dbt_tmp"
  
    
    as (
      with
outcomes as (
    select * from "shop"."main_quintile"."segment_outcomes"
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
        (2 * cast(ranked_revenue as double) - (customers + 1) * cast(revenue as double))
    / nullif(customers * cast(revenue as double), 0) as gini
    from rankings_summed
)

select * from ginis_computed
    );
    
  