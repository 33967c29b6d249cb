
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "cancellation_line_id","purchase_line_id","quantity_undone","amount_undone","unmatched_quantity", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__product_matches as (

-- Fixture for product_matches
select 
    
    cast(3 as BIGINT)
 as "cancellation_line_id", 
    
    cast(2 as BIGINT)
 as "move_number", 
    
    cast(1 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", 
    
    cast(False as BOOLEAN)
 as "is_measured_in_money", cast(null as DECIMAL(38,4)) as "size", cast(null as DECIMAL(38,4)) as "size_so_far", 
    
    cast(10 as DECIMAL(18,4))
 as "purchase_quantity", 
    
    cast(50 as DECIMAL(18,4))
 as "purchase_amount", 
    
    cast(10 as DECIMAL(18,4))
 as "cancelled_units", 
    
    cast(55 as DECIMAL(18,4))
 as "cancelled_amount", cast(null as TIMESTAMP) as "purchased_at", 
    
    cast('2011-01-03 10:00:00' as TIMESTAMP)
 as "cancelled_at", 
    
    cast(10 as DECIMAL(19,4))
 as "quantity_taken", 
    
    cast(50 as DECIMAL(19,4))
 as "amount_taken"
),  __dbt__cte__refund_matches as (

-- Fixture for refund_matches
select 
    
    cast(2 as BIGINT)
 as "cancellation_line_id", 
    
    cast(2 as BIGINT)
 as "move_number", 
    
    cast(1 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", 
    
    cast(True as BOOLEAN)
 as "is_measured_in_money", cast(null as DECIMAL(38,4)) as "size", cast(null as DECIMAL(38,4)) as "size_so_far", 
    
    cast(10 as DECIMAL(18,4))
 as "purchase_quantity", 
    
    cast(50 as DECIMAL(18,4))
 as "purchase_amount", 
    
    cast(1 as DECIMAL(18,4))
 as "cancelled_units", 
    
    cast(20 as DECIMAL(18,4))
 as "cancelled_amount", cast(null as TIMESTAMP) as "purchased_at", 
    
    cast('2011-01-02 10:00:00' as TIMESTAMP)
 as "cancelled_at", 
    
    cast(4 as DECIMAL(19,4))
 as "quantity_taken", 
    
    cast(20 as DECIMAL(19,4))
 as "amount_taken"
union all
select 
    
    cast(5 as BIGINT)
 as "cancellation_line_id", 
    
    cast(2 as BIGINT)
 as "move_number", 
    
    cast(4 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", 
    
    cast(True as BOOLEAN)
 as "is_measured_in_money", cast(null as DECIMAL(38,4)) as "size", cast(null as DECIMAL(38,4)) as "size_so_far", 
    
    cast(1 as DECIMAL(18,4))
 as "purchase_quantity", 
    
    cast(2 as DECIMAL(18,4))
 as "purchase_amount", 
    
    cast(1 as DECIMAL(18,4))
 as "cancelled_units", 
    
    cast(8 as DECIMAL(18,4))
 as "cancelled_amount", cast(null as TIMESTAMP) as "purchased_at", 
    
    cast('2011-01-02 10:00:00' as TIMESTAMP)
 as "cancelled_at", 
    
    cast(1 as DECIMAL(19,4))
 as "quantity_taken", 
    
    cast(2 as DECIMAL(19,4))
 as "amount_taken"
), product_matches as (
    select * from __dbt__cte__product_matches
),

refund_matches as (
    select * from __dbt__cte__refund_matches
),

matches_stacked as (
    select
        *,
        0 as is_refund
    from product_matches
    union all
    select
        *,
        1 as is_refund
    from refund_matches
),

matches_run as (
    select
        *,
        sum(amount_taken) over purchase as amount_so_far,
        sum(quantity_taken) over purchase as quantity_so_far,
        max(case when is_measured_in_money then 1 else 0 end) over purchase as is_in_money_so_far
    from matches_stacked
    window purchase as (partition by purchase_line_id order by cancelled_at, is_refund, move_number)
),

-- Only where a refund and the return of a product both find the same purchase can there be more to undo than it has.
matches_capped as (
    select
        *,
        least(amount_so_far, purchase_amount) as amount_gone,
        case
            when is_in_money_so_far = 0 then quantity_so_far
            when amount_so_far >= purchase_amount then purchase_quantity
            else least(quantity_so_far, greatest(purchase_quantity - 0.0001, 0))
        end as quantity_gone
    from matches_run
),

differences_taken as (
    select
        *,
        quantity_gone - lag(quantity_gone, 1, cast(0 as decimal(38, 4))) over purchase as quantity_undone,
        amount_gone - lag(amount_gone, 1, cast(0 as decimal(38, 4))) over purchase as amount_undone
    from matches_capped
    window purchase as (partition by purchase_line_id order by cancelled_at, is_refund, move_number)
),

cancellations_summed as (
    select
        *,
        sum(quantity_undone) over cancellation as quantity_matched,
        sum(amount_undone) over cancellation as amount_matched
    from differences_taken
    window cancellation as (partition by cancellation_line_id)
),

rests_computed as (
    select
        cancellation_line_id,
        purchase_line_id,
        customer_id,
        stock_code,
        purchase_invoice_id,
        purchased_at,
        cancelled_at,
        cast(quantity_undone as decimal(18, 4)) as quantity_undone,
        cast(amount_undone as decimal(18, 4)) as amount_undone,
        cast(
            cancelled_units - case
                when is_measured_in_money
                    then case when amount_matched = cancelled_amount then cancelled_units when amount_matched = 0 then 0 else cast(
        cast(
            (
                2 * cast(cast(cancelled_units as decimal(38, 4)) * 10000 as hugeint)
                * cast(cast(amount_matched as decimal(38, 4)) * 10000 as hugeint)
                + cast(cast(cancelled_amount as decimal(38, 4)) * 10000 as hugeint)
            ) // (2 * cast(cast(cancelled_amount as decimal(38, 4)) * 10000 as hugeint)) as decimal(38, 4)
        ) * 0.0001 as decimal(18, 4)
    ) end
                else quantity_matched
            end as decimal(18, 4)
        ) as unmatched_quantity
    from cancellations_summed
),

matches_kept as (
    select * from rests_computed
    where quantity_undone > 0 or amount_undone > 0
)

select * from matches_kept
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "cancellation_line_id", "purchase_line_id", "quantity_undone", "amount_undone", "unmatched_quantity", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(2 as BIGINT)
 as "cancellation_line_id", 
    
    cast(1 as BIGINT)
 as "purchase_line_id", 
    
    cast(4 as DECIMAL(18,4))
 as "quantity_undone", 
    
    cast(20 as DECIMAL(18,4))
 as "amount_undone", 
    
    cast(0 as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(3 as BIGINT)
 as "cancellation_line_id", 
    
    cast(1 as BIGINT)
 as "purchase_line_id", 
    
    cast(6 as DECIMAL(18,4))
 as "quantity_undone", 
    
    cast(30 as DECIMAL(18,4))
 as "amount_undone", 
    
    cast(4 as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(5 as BIGINT)
 as "cancellation_line_id", 
    
    cast(4 as BIGINT)
 as "purchase_line_id", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity_undone", 
    
    cast(2 as DECIMAL(18,4))
 as "amount_undone", 
    
    cast(0.75 as DECIMAL(18,4))
 as "unmatched_quantity"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected