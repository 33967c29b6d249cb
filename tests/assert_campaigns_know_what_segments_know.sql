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

rows_in_both as (
    select * from facts
    intersect
    select * from segments
)

select *
from (
    select
        (select count(*) from facts) as customers,
        (select count(*) from segments) as customers_of_segments,
        (select count(*) from rows_in_both) as customers_alike
) as counts
where customers != customers_alike or customers_of_segments != customers_alike
