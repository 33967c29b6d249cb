
    
      
    

    create  table
      "shop"."main_quintile"."rejected_lines__dbt_tmp"
  
  (
    source_file varchar not null,
    line_number bigint,
    column_name varchar not null,
    raw_text varchar,
    reason varchar not null,
    amount decimal(18,4),
    amount_at_most decimal(18,4)
    
    )
 ;
    
    
    insert into "shop"."main_quintile"."rejected_lines__dbt_tmp" 
  (
    
      
      
      source_file ,
    
      
      
      line_number ,
    
      
      
      column_name ,
    
      
      
      raw_text ,
    
      
      
      reason ,
    
      
      
      amount ,
    
      
      
      amount_at_most 
    
  )
 (
      
    select source_file, line_number, column_name, raw_text, reason, amount, amount_at_most
    from (
        with
 __dbt__cte__raw_invoice_lines as (

with
    cells_told_apart as (
        select
            
        cast("invoice_id" as string) as invoice_id_text,
        cast("stock_code" as string) as stock_code_text,
        cast("customer_id" as string) as customer_id_text,
        cast("description" as string) as description,
        cast("country" as string) as country,
        cast(null as string) as currency,
        cast(null as string) as status,
        cast(null as decimal(18, 4)) as quantity_value,
        cast("quantity" as string) as quantity_text,
        cast(null as string) as quantity_misfit,
        cast(null as decimal(18, 4)) as unit_price_value,
        cast("unit_price" as string) as unit_price_text,
        cast(null as string) as unit_price_misfit,
        cast(null as decimal(18, 4)) as amount_value,
        cast(null as string) as amount_text,
        cast(null as string) as amount_misfit,
        True as invoice_id_is_given,
        True as quantity_is_given,
        True as unit_price_is_given,
        False as amount_is_given,
        cast(null as timestamp) as invoiced_at_value,
        cast("invoiced_at" as string) as invoiced_at_text,
            False as has_uci_headers,
            cast(md5_number_lower(concat_ws(
        chr(31),
        coalesce(cast("invoice_id" as string), chr(30)),
        coalesce(cast("stock_code" as string), chr(30)),
        coalesce(cast("description" as string), chr(30)),
        coalesce(cast("quantity" as string), chr(30)),
        coalesce(cast("invoiced_at" as string), chr(30)),
        coalesce(cast("unit_price" as string), chr(30)),
        coalesce(cast("customer_id" as string), chr(30)),
        coalesce(cast("country" as string), chr(30))
    )) >> 1 as bigint) as content
        from "shop"."main"."order_lines"
    ),

    copies_numbered as (
        select
            *,
            row_number() over (partition by content order by content) as copy_number
        from cells_told_apart
    )

    select
        'shop.main.order_lines' as source_file,
        cast(null as bigint) as line_number,
        cast(md5_number_lower(cast(content as string) || ' ' || cast(copy_number as string)) >> 1 as bigint) as line_id,
        cast(null as string) as unreadable_text,
        cast(null as string) as unreadable_reason,
        *
    from copies_numbered


), lines as (
    select * from __dbt__cte__raw_invoice_lines
),

problem_lines as (
    select * from "shop"."main_quintile"."parsed_invoice_lines"
    where problem_column is not null
),

text_values as (
    select * from "shop"."main_quintile"."text_values"
),

texts_looked_up as (
    select
        problem_lines.source_file,
        problem_lines.line_number,
        problem_lines.problem_column,
        problem_lines.amount,
        coalesce(
            lines.quantity_text, lines.quantity_misfit, cast(lines.quantity_value as string)
        ) as quantity_shown,
        coalesce(
            abs(lines.quantity_value),
            abs(case
        when lines.quantity_text like '%.___%' and regexp_matches(lines.quantity_text, '^\s*[-+]?[1-9][0-9]{0,2}[.][0-9]{3}\s*$') then null
        else try_cast(lines.quantity_text as decimal(18, 4))
    end),
            abs(quantity_values.number_value),
            quantity_values.number_at_most
        ) as quantity_at_most,
        lines.quantity_is_given,
        quantity_values.reason as quantity_reason,
        coalesce(
            lines.unit_price_text, lines.unit_price_misfit, cast(lines.unit_price_value as string)
        ) as unit_price_shown,
        coalesce(
            abs(lines.unit_price_value),
            abs(case
        when lines.unit_price_text like '%.___%' and regexp_matches(lines.unit_price_text, '^\s*[-+]?[1-9][0-9]{0,2}[.][0-9]{3}\s*$') then null
        else try_cast(lines.unit_price_text as decimal(18, 4))
    end),
            abs(unit_price_values.number_value),
            unit_price_values.number_at_most
        ) as unit_price_at_most,
        lines.unit_price_is_given,
        unit_price_values.reason as unit_price_reason,
        coalesce(
            lines.amount_text, lines.amount_misfit, cast(lines.amount_value as string)
        ) as amount_shown,
        coalesce(
            abs(lines.amount_value),
            abs(case
        when lines.amount_text like '%.___%' and regexp_matches(lines.amount_text, '^\s*[-+]?[1-9][0-9]{0,2}[.][0-9]{3}\s*$') then null
        else try_cast(lines.amount_text as decimal(18, 4))
    end),
            abs(amount_values.number_value),
            amount_values.number_at_most
        ) as amount_at_most,
        lines.amount_is_given,
        amount_values.reason as amount_reason,
        coalesce(lines.invoiced_at_text, cast(lines.invoiced_at_value as string)) as invoiced_at_shown,
        invoiced_at_values.reason as invoiced_at_reason,
        lines.invoice_id_text as invoice_id_shown,
        lines.unreadable_text,
        lines.unreadable_reason
    from problem_lines
    inner join lines on problem_lines.line_id = lines.line_id
    left join text_values as quantity_values
        on lines.source_file = quantity_values.source_file
        and quantity_values.column_name = 'quantity'
        and lines.quantity_text = quantity_values.cell_text
    left join text_values as unit_price_values
        on lines.source_file = unit_price_values.source_file
        and unit_price_values.column_name = 'unit_price'
        and lines.unit_price_text = unit_price_values.cell_text
    left join text_values as amount_values
        on lines.source_file = amount_values.source_file
        and amount_values.column_name = 'amount'
        and lines.amount_text = amount_values.cell_text
    left join text_values as invoiced_at_values
        on lines.source_file = invoiced_at_values.source_file
        and invoiced_at_values.column_name = 'invoiced_at'
        and lines.invoiced_at_text = invoiced_at_values.cell_text
    
),

raw_text_found as (
    select
        *,
        case
            when problem_column = 'line' then unreadable_text
            when problem_column = 'unit_price' and not unit_price_is_given then amount_shown || ' / ' || quantity_shown
            when problem_column = 'amount' and not amount_is_given then quantity_shown || ' x ' || unit_price_shown
            when problem_column = 'invoice_id' then invoice_id_shown
            when problem_column = 'invoiced_at' then invoiced_at_shown
            when problem_column = 'quantity' then quantity_shown
            when problem_column = 'unit_price' then unit_price_shown
            when problem_column = 'amount' then amount_shown
            end as raw_text,
        case
            when amount is not null then abs(amount)
            when amount_is_given then amount_at_most
            else try_cast(cast(quantity_at_most as decimal(38, 4)) * unit_price_at_most as decimal(18, 4))
        end as money_at_most
    from texts_looked_up
),

reasons_given as (
    select
        source_file,
        line_number,
        problem_column as column_name,
        raw_text as raw_text,
        case
            when problem_column = 'line' then unreadable_reason
            when problem_column = 'invoice_id' then 'missing'
            when coalesce(case
        when regexp_matches(raw_text, '^[^!-~]|[^!-~]$')
            then regexp_replace(raw_text, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else raw_text
    end, '') = '' then 'missing'
            when problem_column = 'invoiced_at' then coalesce(invoiced_at_reason, 'not a date from 1900 to 2199')
            when problem_column = 'quantity' and quantity_reason is not null then quantity_reason
            when problem_column = 'unit_price' and unit_price_reason is not null then unit_price_reason
            when problem_column = 'amount' and amount_reason is not null then amount_reason
            else 'not a number of at most 14 digits before the point'
        end as reason,
        amount,
        money_at_most as amount_at_most
    from raw_text_found
)

select * from reasons_given
    ) as model_subq
    );
  