with
 __dbt__cte__month_end_rfm as (

-- Fixture for month_end_rfm
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(5 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(9.99 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(0 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(20 as INTEGER)
 as "recency_days", 
    
    cast(6 as INTEGER)
 as "frequency", 
    
    cast(100 as DECIMAL(18,4))
 as "monetary"
), customers as (
    select * from __dbt__cte__month_end_rfm
),

values_counted as (
    select
        month_end,
        'recency' as metric,
        cast(-recency_days as decimal(18, 4)) as value,
        count(*) as customers
    from customers
    group by month_end, -recency_days
    union all
    select
        month_end,
        'frequency' as metric,
        cast(frequency as decimal(18, 4)) as value,
        count(*) as customers
    from customers
    group by month_end, frequency
    union all
    select
        month_end,
        'monetary' as metric,
        cast(monetary as decimal(18, 4)) as value,
        count(*) as customers
    from customers
    group by month_end, monetary
    
),

neighbours_found as (
    with
    values_placed as (
        select
            *,
            sum(customers) over (
                partition by month_end, metric
                order by value rows between unbounded preceding and current row
            ) as customers_up_to,
            sum(customers) over (partition by month_end, metric) as customers_in_all,
            lag(value) over (partition by month_end, metric order by value) as value_before
        from values_counted
    ),

    scores_listed as (
        select
            *,
            unnest(generate_series(2, 5)) as score
        from values_placed
    ),

    -- The place of a cut point among n customers, counted from 0, is (n - 1) * (score - 1) / 5; here it is five times that.
    places_computed as (
        select
            *,
            (customers_in_all - 1) * (score - 1) as place
        from scores_listed
    )

    select
        month_end,
        metric,
        cast(score as integer) as score,
        min(value_before) as value_before,
        min(value) as value_below,
        max(value) as value_above,
        cast(max(place % 5) * 0.2 as decimal(2, 1)) as share_above,
        min(customers_up_to) = max(customers_in_all) as is_best_value
    from places_computed
    where 5 * customers_up_to > place
        and 5 * (customers_up_to - customers) < place + 5
    group by month_end, metric, score
),

bounds_set as (
    with
    cut_points_interpolated as (
        select
            *,
            case
                when not is_best_value then value_below + (value_above - value_below) * share_above
            end as cut_point
        from neighbours_found
    )

    select
        month_end,
        metric,
        score,
        cast(
            coalesce(
                cut_point,
                greatest(value_before, max(cut_point) over (partition by month_end, metric)),
                case
                    when score > 3 or (metric = 'frequency' and value_below <= 1) then value_below
                    else value_below - 0.00001
                end
            ) as decimal(24, 5)
        ) as lower_bound,
        case when is_best_value then value_before else value_below end as highest_value_within
    from cut_points_interpolated
),

columns_chosen as (
    select
        month_end,
        metric,
        score,
        lower_bound
    from bounds_set
)

select * from columns_chosen