
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","is_now","gaps","own_gap_days","usual_gap_days","due_on", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__order_gaps as (

-- Fixture for order_gaps
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-28' as DATE)
 as "last_ordered_on", 
    
    cast(1 as BIGINT)
 as "gaps", 
    
    cast(10 as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(1 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-28' as DATE)
 as "last_ordered_on", 
    
    cast(1 as BIGINT)
 as "gaps", 
    
    cast(null as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(2 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-29' as DATE)
 as "last_ordered_on", 
    
    cast(0 as BIGINT)
 as "gaps", 
    
    cast(null as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(1 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-02-10' as DATE)
 as "last_ordered_on", 
    
    cast(1 as BIGINT)
 as "gaps", 
    
    cast(null as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(2 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-02-10' as DATE)
 as "last_ordered_on", 
    
    cast(1 as BIGINT)
 as "gaps", 
    
    cast(40 as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(1 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-09' as DATE)
 as "last_ordered_on", 
    
    cast(2 as BIGINT)
 as "gaps", 
    
    cast(null as INTEGER)
 as "gap", 
    
    cast(2 as BIGINT)
 as "peer_group", 
    
    cast(3 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-09' as DATE)
 as "last_ordered_on", 
    
    cast(2 as BIGINT)
 as "gaps", 
    
    cast(2 as INTEGER)
 as "gap", 
    
    cast(2 as BIGINT)
 as "peer_group", 
    
    cast(1 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-09' as DATE)
 as "last_ordered_on", 
    
    cast(2 as BIGINT)
 as "gaps", 
    
    cast(6 as INTEGER)
 as "gap", 
    
    cast(2 as BIGINT)
 as "peer_group", 
    
    cast(2 as BIGINT)
 as "place"
), order_gaps as (
    select * from __dbt__cte__order_gaps
),

customers_measured as (
    select
        cut_off,
        customer_id,
        is_now,
        last_ordered_on,
        gaps,
        peer_group,
        avg(case when 2 * place between gaps and gaps + 2 then cast(gap as double) end) as own_gap
    from order_gaps
    group by cut_off, customer_id, is_now, last_ordered_on, gaps, peer_group
),

gaps_counted as (
    select
        cut_off,
        peer_group,
        gap,
        count(*) as gaps
    from order_gaps
    where gap is not null
    group by cut_off, peer_group, gap
),

gaps_cumulated as (
    select
        *,
        sum(gaps) over (partition by cut_off, peer_group order by gap rows between unbounded preceding and current row)
        * 2 >= sum(gaps) over (partition by cut_off, peer_group) as is_upper_half
    from gaps_counted
),

peers_measured as (
    select
        cut_off,
        peer_group,
        min(gap) as peer_gap
    from gaps_cumulated
    where is_upper_half
    group by cut_off, peer_group
),

-- Geometric mean of the own median, which weighs as much as it has gaps, and that of the peers, which weighs two.
gaps_shrunk as (
    select
        customers_measured.*,
        exp(
            (customers_measured.gaps * ln(coalesce(customers_measured.own_gap, 1)) + 2 * ln(peers_measured.peer_gap))
            / (customers_measured.gaps + 2)
        ) as usual_gap
    from customers_measured
    left join peers_measured
        on customers_measured.cut_off = peers_measured.cut_off
            and customers_measured.peer_group = peers_measured.peer_group
),

next_orders_dated as (
    select
        cut_off,
        customer_id,
        is_now,
        last_ordered_on,
        cast(gaps as integer) as gaps,
        round(own_gap, 9) as own_gap_days,
        round(usual_gap, 9) as usual_gap_days,
        greatest(
            cast(

    (last_ordered_on + cast(cast(round(round(usual_gap, 9)) as integer) as bigint) * interval 1 day) as date),
            cast(

    (cut_off + cast(cast(round(round(usual_gap, 9) / 2) as integer) as bigint) * interval 1 day) as date)
        ) as due_on
    from gaps_shrunk
)

select * from next_orders_dated
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "is_now", "gaps", "own_gap_days", "usual_gap_days", "due_on", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast(1 as INTEGER)
 as "gaps", 
    
    cast(10 as DOUBLE)
 as "own_gap_days", 
    
    cast(10 as DOUBLE)
 as "usual_gap_days", 
    
    cast('2011-02-17' as DATE)
 as "due_on"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast(0 as INTEGER)
 as "gaps", 
    
    cast(null as DOUBLE)
 as "own_gap_days", 
    
    cast(10 as DOUBLE)
 as "usual_gap_days", 
    
    cast('2011-02-17' as DATE)
 as "due_on"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast(1 as INTEGER)
 as "gaps", 
    
    cast(40 as DOUBLE)
 as "own_gap_days", 
    
    cast(15.87401052 as DOUBLE)
 as "usual_gap_days", 
    
    cast('2011-02-26' as DATE)
 as "due_on"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast(2 as INTEGER)
 as "gaps", 
    
    cast(4 as DOUBLE)
 as "own_gap_days", 
    
    cast(2.828427125 as DOUBLE)
 as "usual_gap_days", 
    
    cast('2011-02-13' as DATE)
 as "due_on"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected