-- A campaign that starts on the as-of date knows its customers as segments does.
with
customers as (
    select campaign_customers.*
    from {{ ref('quintile', 'campaign_customers') }} as campaign_customers
    inner join {{ ref('quintile', 'as_of') }} as as_of on campaign_customers.known_on = as_of.as_of_date
),

{%- set columns = columns_of_audience() | list | join(', ') %}

facts as (select {{ columns }} from customers),

segments as (
    select {{ columns }} from {{ ref('quintile', 'segments') }}
    where exists (select 1 from customers)
),

only_in_one as (
    (select * from facts except select * from segments)
    union all
    (select * from segments except select * from facts)
)

select * from only_in_one
