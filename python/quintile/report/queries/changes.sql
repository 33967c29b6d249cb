with
months as (
    select
        cast(date_trunc('month', as_of_date) as date) - 1 as month_end,
        cast(date_trunc('month', as_of_date) - interval 1 month as date) - 1 as month_before,
        value_horizon_days
    from build_settings
),

names as (
    select
        rfm_segment,
        avg(r_score + fm_score) as standing
    from segment_grid
    group by rfm_segment
),

customers_compared as (
    select
        months.month_end,
        months.month_before,
        customers.customer_id,
        customers.monetary as revenue,
        customers.monetary - coalesce(customers_before.monetary, 0) as spent,
        case
            when customers_before.customer_id is null then 'new'
            when customers.recency_days >= months.value_horizon_days
                and customers_before.recency_days < months.value_horizon_days then 'lost'
            when customers.recency_days < customers_before.recency_days
                and customers_before.recency_days >= months.value_horizon_days then 'back'
            when names.standing > names_before.standing then 'up'
            when names.standing < names_before.standing then 'down'
            else 'same'
        end as movement
    from months
    inner join rfm_history as customers on months.month_end = customers.month_end
    inner join names on customers.rfm_segment = names.rfm_segment
    left join rfm_history as customers_before
        on customers.customer_id = customers_before.customer_id
        and months.month_before = customers_before.month_end
    left join names as names_before on customers_before.rfm_segment = names_before.rfm_segment
)

select
    customers_compared.month_end,
    customers_compared.movement,
    count(*) as customers,
    sum(customers_compared.revenue) as revenue,
    sum(customers_compared.spent) as spent
from customers_compared
where customers_compared.month_before >= (select cast(min(customer_rfm.first_ordered_at) as date) from customer_rfm)
group by customers_compared.month_end, customers_compared.movement
order by list_position(['new', 'back', 'up', 'down', 'lost', 'same'], customers_compared.movement)
