
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "step_number","lines_removed","invoices_removed","customers_removed","amount_before","amount_removed","amount_after", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__invoice_totals as (

-- Fixture for invoice_totals
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('non_product' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", 
    
    cast(1 as BIGINT)
 as "lines", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", cast(null as BIGINT) as "order_number", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", 
    
    cast(2 as BIGINT)
 as "lines", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(12 as DECIMAL(18,4))
 as "amount", 
    
    cast(10 as DECIMAL(18,4))
 as "net_amount", cast(null as BIGINT) as "order_number", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", 
    
    cast(1 as BIGINT)
 as "lines", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(-4 as DECIMAL(18,4))
 as "amount", 
    
    cast(-3 as DECIMAL(18,4))
 as "net_amount", cast(null as BIGINT) as "order_number", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast('11' as character varying)
 as "invoice_id", 
    
    cast(null as character varying(256))
 as "customer_id", 
    
    cast('no_customer' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", 
    
    cast(4 as BIGINT)
 as "lines", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", cast(null as BIGINT) as "order_number", cast(null as TIMESTAMP) as "invoiced_at"
),  __dbt__cte__cleaning_steps as (

-- Fixture for cleaning_steps
select 
    
    cast(1 as INTEGER)
 as "step_number", 
    
    cast('no customer' as character varying)
 as "step", 
    
    cast('no_customer' as character varying)
 as "line_class", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast(2 as INTEGER)
 as "step_number", 
    
    cast('not a product' as character varying)
 as "step", 
    
    cast('non_product' as character varying)
 as "line_class", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast(3 as INTEGER)
 as "step_number", 
    
    cast('discount' as character varying)
 as "step", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast(4 as INTEGER)
 as "step_number", 
    
    cast('cancelled units' as character varying)
 as "step", 
    
    cast(null as character varying(256))
 as "line_class", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast(5 as INTEGER)
 as "step_number", 
    
    cast('discounted' as character varying)
 as "step", 
    
    cast(null as character varying(256))
 as "line_class", cast(null as character varying(256)) as "meaning"
union all
select 
    
    cast(6 as INTEGER)
 as "step_number", 
    
    cast('kept' as character varying)
 as "step", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "meaning"
), invoice_totals as (
    select * from __dbt__cte__invoice_totals
),

steps as (
    select * from __dbt__cte__cleaning_steps
),

classes_summed as (
    select
        line_class,
        sum(lines) as lines,
        sum(amount) as amount,
        sum(net_amount) as net_amount
    from invoice_totals
    group by line_class
),

lines_removed as (
    select
        steps.step_number,
        coalesce(sum(case when classes_summed.line_class = steps.line_class then classes_summed.lines end), 0) as lines,
        coalesce(
            sum(
                case
                    when steps.step = 'kept' then classes_summed.net_amount
                    when classes_summed.line_class = steps.line_class then classes_summed.amount
                    when steps.step = 'cancelled units' and classes_summed.line_class = 'sale'
                        then classes_summed.amount - classes_summed.net_amount
                    when steps.step = 'discounted' and classes_summed.line_class = 'discount'
                        then -classes_summed.net_amount
                end
            ), 0
        ) as amount
    from steps
    left join classes_summed on true
    group by steps.step_number
),

invoices_last_seen as (
    select
        invoice_totals.invoice_id,
        max(steps.step_number) as step_number
    from invoice_totals
    inner join steps on invoice_totals.line_class = steps.line_class
    where invoice_totals.invoice_id is not null
    group by invoice_totals.invoice_id
),

invoices_removed as (
    select
        step_number,
        count(*) as invoices
    from invoices_last_seen
    group by step_number
),

customers_last_seen as (
    select
        invoice_totals.customer_id,
        max(steps.step_number) as step_number
    from invoice_totals
    inner join steps on invoice_totals.line_class = steps.line_class
    where invoice_totals.customer_id is not null
    group by invoice_totals.customer_id
),

customers_removed as (
    select
        step_number,
        count(*) as customers
    from customers_last_seen
    group by step_number
),

-- What stands before a step is all that it and the steps after it remove or keep.
funnel_laid_out as (
    select
        steps.step_number,
        steps.step,
        steps.meaning,
        cast(sum(lines_removed.lines) over remaining as bigint) as lines_before,
        cast(lines_removed.lines as bigint) as lines_removed,
        cast((sum(lines_removed.lines) over remaining) - lines_removed.lines as bigint) as lines_after,
        cast(sum(coalesce(invoices_removed.invoices, 0)) over remaining as bigint) as invoices_before,
        cast(coalesce(invoices_removed.invoices, 0) as bigint) as invoices_removed,
        cast((sum(coalesce(invoices_removed.invoices, 0)) over remaining) - coalesce(invoices_removed.invoices, 0) as bigint) as invoices_after,
        cast(sum(coalesce(customers_removed.customers, 0)) over remaining as bigint) as customers_before,
        cast(coalesce(customers_removed.customers, 0) as bigint) as customers_removed,
        cast((sum(coalesce(customers_removed.customers, 0)) over remaining) - coalesce(customers_removed.customers, 0) as bigint) as customers_after,
        cast(sum(lines_removed.amount) over remaining as decimal(18, 4)) as amount_before,
        cast(lines_removed.amount as decimal(18, 4)) as amount_removed,
        cast((sum(lines_removed.amount) over remaining) - lines_removed.amount as decimal(18, 4)) as amount_after
        from steps
    inner join lines_removed on steps.step_number = lines_removed.step_number
    left join invoices_removed on steps.step_number = invoices_removed.step_number
    left join customers_removed on steps.step_number = customers_removed.step_number
    window remaining as (order by steps.step_number desc)
),

steps_kept as (
    select * from funnel_laid_out
    where step != 'kept'
)

select * from steps_kept
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "step_number", "lines_removed", "invoices_removed", "customers_removed", "amount_before", "amount_removed", "amount_after", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(1 as INTEGER)
 as "step_number", 
    
    cast(4 as BIGINT)
 as "lines_removed", 
    
    cast(1 as BIGINT)
 as "invoices_removed", 
    
    cast(0 as BIGINT)
 as "customers_removed", 
    
    cast(18 as DECIMAL(18,4))
 as "amount_before", 
    
    cast(7 as DECIMAL(18,4))
 as "amount_removed", 
    
    cast(11 as DECIMAL(18,4))
 as "amount_after"
union all
select 
    
    cast(2 as INTEGER)
 as "step_number", 
    
    cast(1 as BIGINT)
 as "lines_removed", 
    
    cast(0 as BIGINT)
 as "invoices_removed", 
    
    cast(0 as BIGINT)
 as "customers_removed", 
    
    cast(11 as DECIMAL(18,4))
 as "amount_before", 
    
    cast(3 as DECIMAL(18,4))
 as "amount_removed", 
    
    cast(8 as DECIMAL(18,4))
 as "amount_after"
union all
select 
    
    cast(3 as INTEGER)
 as "step_number", 
    
    cast(1 as BIGINT)
 as "lines_removed", 
    
    cast(0 as BIGINT)
 as "invoices_removed", 
    
    cast(0 as BIGINT)
 as "customers_removed", 
    
    cast(8 as DECIMAL(18,4))
 as "amount_before", 
    
    cast(-4 as DECIMAL(18,4))
 as "amount_removed", 
    
    cast(12 as DECIMAL(18,4))
 as "amount_after"
union all
select 
    
    cast(4 as INTEGER)
 as "step_number", 
    
    cast(0 as BIGINT)
 as "lines_removed", 
    
    cast(0 as BIGINT)
 as "invoices_removed", 
    
    cast(0 as BIGINT)
 as "customers_removed", 
    
    cast(12 as DECIMAL(18,4))
 as "amount_before", 
    
    cast(2 as DECIMAL(18,4))
 as "amount_removed", 
    
    cast(10 as DECIMAL(18,4))
 as "amount_after"
union all
select 
    
    cast(5 as INTEGER)
 as "step_number", 
    
    cast(0 as BIGINT)
 as "lines_removed", 
    
    cast(0 as BIGINT)
 as "invoices_removed", 
    
    cast(0 as BIGINT)
 as "customers_removed", 
    
    cast(10 as DECIMAL(18,4))
 as "amount_before", 
    
    cast(3 as DECIMAL(18,4))
 as "amount_removed", 
    
    cast(7 as DECIMAL(18,4))
 as "amount_after"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected