
    

    create  table
      "shop"."main_quintile"."cell_texts__dbt_tmp"
  
    
    as (
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

cells_stacked as (
    select
        source_file,
        line_number,
        'quantity' as column_name,
        quantity_text as cell_text,
        case
        when quantity_text like '%.___%' and regexp_matches(quantity_text, '^\s*[-+]?[1-9][0-9]{0,2}[.][0-9]{3}\s*$') then null
        else try_cast(quantity_text as decimal(18, 4))
    end is not null as is_plain,
        quantity_text like '%.%' as has_point
    from lines
    where quantity_text is not null
    union all
    select
        source_file,
        line_number,
        'unit_price' as column_name,
        unit_price_text as cell_text,
        case
        when unit_price_text like '%.___%' and regexp_matches(unit_price_text, '^\s*[-+]?[1-9][0-9]{0,2}[.][0-9]{3}\s*$') then null
        else try_cast(unit_price_text as decimal(18, 4))
    end is not null as is_plain,
        unit_price_text like '%.%' as has_point
    from lines
    where unit_price_text is not null
    union all
    select
        source_file,
        line_number,
        'amount' as column_name,
        amount_text as cell_text,
        case
        when amount_text like '%.___%' and regexp_matches(amount_text, '^\s*[-+]?[1-9][0-9]{0,2}[.][0-9]{3}\s*$') then null
        else try_cast(amount_text as decimal(18, 4))
    end is not null as is_plain,
        amount_text like '%.%' as has_point
    from lines
    where amount_text is not null
    union all
    select
        source_file,
        line_number,
        'invoiced_at' as column_name,
        invoiced_at_text as cell_text,
        case
        when regexp_matches(invoiced_at_text, '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?$')
            then try_cast(invoiced_at_text as timestamp)
    end is not null as is_plain,
        false as has_point
    from lines
    where invoiced_at_text is not null
    union all
    select
        source_file,
        line_number,
        'currency' as column_name,
        upper(trim(currency)) as cell_text,
        false as is_plain,
        false as has_point
    from lines
    where trim(currency) != ''
),

plain_cells_told as (
    select
        source_file,
        line_number,
        column_name,
        case when not is_plain then cell_text end as cell_text,
        is_plain and has_point as proves_point
    from cells_stacked
),

equal_texts_counted as (
    select
        source_file,
        column_name,
        cell_text,
        proves_point,
        count(*) as lines,
        min(line_number) as first_line_number
    from plain_cells_told
    group by source_file, column_name, cell_text, proves_point
)

select * from equal_texts_counted
    );
    
  