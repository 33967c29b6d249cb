
    
      
    

    create  table
      "shop"."main_quintile"."cancellation_matches__dbt_tmp"
  
  (
    cancellation_line_id bigint not null,
    purchase_line_id bigint not null,
    customer_id varchar not null,
    stock_code varchar,
    purchase_invoice_id varchar not null,
    purchased_at timestamp not null,
    cancelled_at timestamp not null,
    quantity_undone decimal(18,4) not null,
    amount_undone decimal(18,4) not null,
    unmatched_quantity decimal(18,4) not null
    
    )
 ;
    
    
    insert into "shop"."main_quintile"."cancellation_matches__dbt_tmp" 
  (
    
      
      
      cancellation_line_id ,
    
      
      
      purchase_line_id ,
    
      
      
      customer_id ,
    
      
      
      stock_code ,
    
      
      
      purchase_invoice_id ,
    
      
      
      purchased_at ,
    
      
      
      cancelled_at ,
    
      
      
      quantity_undone ,
    
      
      
      amount_undone ,
    
      
      
      unmatched_quantity 
    
  )
 (
      
    select cancellation_line_id, purchase_line_id, customer_id, stock_code, purchase_invoice_id, purchased_at, cancelled_at, quantity_undone, amount_undone, unmatched_quantity
    from (
        with
product_matches as (
    select * from "shop"."main_quintile"."product_matches"
),

refund_matches as (
    select * from "shop"."main_quintile"."refund_matches"
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
    ) as model_subq
    );
  