
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

