with
 __dbt__cte__line_changes as (

-- Fixture for line_changes
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(3 as DECIMAL(18,4))
 as "units_change", 
    
    cast(6 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(1 as DECIMAL(18,4))
 as "units_change", 
    
    cast(5 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-01-05 10:01:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(2 as DECIMAL(18,4))
 as "units_change", 
    
    cast(1 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(-3 as DECIMAL(18,4))
 as "units_change", 
    
    cast(-6 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(-1 as DECIMAL(18,4))
 as "units_change", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(-2 as DECIMAL(18,4))
 as "units_change", 
    
    cast(-1 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(2 as BIGINT)
 as "order_number", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(1 as DECIMAL(18,4))
 as "units_change", 
    
    cast(9 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-06 00:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-01-06 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(1 as DECIMAL(18,4))
 as "units_change", 
    
    cast(2 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-06 00:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-01-06 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(-1 as DECIMAL(18,4))
 as "units_change", 
    
    cast(-2 as DECIMAL(18,4))
 as "amount_change"
), line_changes as (
    select * from __dbt__cte__line_changes
),

changes_summed as (
    select
        invoice_id,
        customer_id,
        order_number,
        changed_at,
        min(purchased_at) as purchased_at,
        sum(units_change) as units_change,
        sum(amount_change) as amount_change
    from line_changes
    group by invoice_id, customer_id, order_number, changed_at
),

-- Discounts never lower an order below zero, and one that is dated before its order changes nothing until then.
orders_followed as (
    select
        *,
        min(purchased_at) over changes as ordered_at,
        lead(changed_at) over changes as replaced_at,
        sum(units_change) over changes as units,
        greatest(sum(amount_change) over changes, 0) as amount,
        greatest(coalesce(sum(amount_change) over earlier_changes, 0), 0) as amount_before
    from changes_summed
    window
        changes as (partition by invoice_id, customer_id, order_number order by changed_at),
        earlier_changes as (
            partition by invoice_id, customer_id, order_number
            order by changed_at rows between unbounded preceding and 1 preceding
        )
),

events_typed as (
    select
        invoice_id,
        customer_id,

        cast(units as decimal(18, 4)) as units,
        cast(amount as decimal(18, 4)) as amount,
        cast(amount - amount_before as decimal(18, 4)) as amount_change,
        case when units > 0 then 1 else 0 end - case when units > units_change then 1 else 0 end as order_change,

        ordered_at,
        changed_at,
        replaced_at
    from orders_followed
    where ordered_at is not null
)

select * from events_typed