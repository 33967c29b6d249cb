with
customers as (
    select * from {{ ref('quintile', 'customer_rfm') }}
),

orders as (
    select * from {{ ref('quintile', 'orders') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

period_measured as (
    select
        as_of.as_of_date,
        {{ days_judged(days_between('min(customers.first_ordered_at)', 'as_of.as_of_date')) }} as period_days
    from customers
    cross join as_of
    group by as_of.as_of_date
),

periods_listed as (
    {% for basis, days_back in {
        'the last period': '0',
        'the same days a year before': '365',
        'the coming days a year before': '365 - period_days',
    }.items() -%}
    select
        {{ loop.index }} as preference,
        '{{ basis }}' as basis,
        {{ days_later('-(' ~ days_back ~ ') - period_days', 'as_of_date') }} as period_start,
        {{ days_later('-(' ~ days_back ~ ')', 'as_of_date') }} as period_end
    from period_measured
    where {{ is_telling_period('period_days') }}
    {{ "union all" if not loop.last }}
    {% endfor %}
),

periods_with_buyers as (
    select
        periods_listed.basis,
        periods_listed.period_start,
        periods_listed.period_end,
        row_number() over (order by periods_listed.preference) as place
    from periods_listed
    inner join orders
        on periods_listed.period_start <= orders.ordered_at and periods_listed.period_end > orders.ordered_at
    inner join customers
        on orders.customer_id = customers.customer_id and periods_listed.period_start > customers.first_ordered_at
    where orders.amount > 0
    group by periods_listed.preference, periods_listed.basis, periods_listed.period_start, periods_listed.period_end
),

period_chosen as (
    select
        coalesce(periods_with_buyers.basis, 'past spend') as basis,
        coalesce(periods_with_buyers.period_start, as_of.as_of_date) as period_start,
        coalesce(periods_with_buyers.period_end, as_of.as_of_date) as period_end
    from as_of
    left join periods_with_buyers on periods_with_buyers.place = 1
)

select * from period_chosen
