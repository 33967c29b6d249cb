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

text_values as (
    select * from "shop"."main_quintile"."text_values"
),

plain_cells_cast as (
    select
        *,
        case
        when regexp_matches(invoice_id_text, '^([A-Za-z]?[0-9]+[A-Za-z]?|[0-9]+[.]0)$')
            then case when invoice_id_text like '%.0' then left(invoice_id_text, length(invoice_id_text) - 2) else invoice_id_text end
    end as invoice_id_plain,
        case
        when regexp_matches(stock_code_text, '^([A-Za-z]?[0-9]+[A-Za-z]?|[0-9]+[.]0)$')
            then case when stock_code_text like '%.0' then left(stock_code_text, length(stock_code_text) - 2) else stock_code_text end
    end as stock_code_plain,
        case
        when regexp_matches(customer_id_text, '^([A-Za-z]?[0-9]+[A-Za-z]?|[0-9]+[.]0)$')
            then case when customer_id_text like '%.0' then left(customer_id_text, length(customer_id_text) - 2) else customer_id_text end
    end as customer_id_plain,
        coalesce(quantity_value, case
        when quantity_text like '%.___%' and regexp_matches(quantity_text, '^\s*[-+]?[1-9][0-9]{0,2}[.][0-9]{3}\s*$') then null
        else try_cast(quantity_text as decimal(18, 4))
    end) as quantity_plain,
        coalesce(unit_price_value, case
        when unit_price_text like '%.___%' and regexp_matches(unit_price_text, '^\s*[-+]?[1-9][0-9]{0,2}[.][0-9]{3}\s*$') then null
        else try_cast(unit_price_text as decimal(18, 4))
    end) as unit_price_plain,
        coalesce(amount_value, case
        when amount_text like '%.___%' and regexp_matches(amount_text, '^\s*[-+]?[1-9][0-9]{0,2}[.][0-9]{3}\s*$') then null
        else try_cast(amount_text as decimal(18, 4))
    end) as amount_plain,
        coalesce(invoiced_at_value, case
        when regexp_matches(invoiced_at_text, '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?$')
            then try_cast(invoiced_at_text as timestamp)
    end) as invoiced_at_plain
    from lines
),

texts_looked_up as (
    select
        plain_cells_cast.*,
        case
            when plain_cells_cast.invoice_id_plain is null
                then case
        when regexp_matches(plain_cells_cast.invoice_id_text, '^[^!-~]|[^!-~]$')
            then regexp_replace(plain_cells_cast.invoice_id_text, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else plain_cells_cast.invoice_id_text
    end
        end as invoice_id_trimmed,
        case
            when plain_cells_cast.stock_code_plain is null
                then case
        when regexp_matches(plain_cells_cast.stock_code_text, '^[^!-~]|[^!-~]$')
            then regexp_replace(plain_cells_cast.stock_code_text, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else plain_cells_cast.stock_code_text
    end
        end as stock_code_trimmed,
        case
            when plain_cells_cast.customer_id_plain is null
                then case
        when regexp_matches(plain_cells_cast.customer_id_text, '^[^!-~]|[^!-~]$')
            then regexp_replace(plain_cells_cast.customer_id_text, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else plain_cells_cast.customer_id_text
    end
        end as customer_id_trimmed,
        coalesce(plain_cells_cast.quantity_plain, quantity_values.number_value) as quantity_typed,
        coalesce(plain_cells_cast.unit_price_plain, unit_price_values.number_value) as unit_price_typed,
        coalesce(plain_cells_cast.amount_plain, amount_values.number_value) as amount_typed,
        coalesce(plain_cells_cast.invoiced_at_plain, invoiced_at_values.time_value) as invoiced_at
    from plain_cells_cast
    left join text_values as quantity_values
        on plain_cells_cast.source_file = quantity_values.source_file
        and quantity_values.column_name = 'quantity'
        and case when plain_cells_cast.quantity_plain is null then plain_cells_cast.quantity_text end
        = quantity_values.cell_text
    left join text_values as unit_price_values
        on plain_cells_cast.source_file = unit_price_values.source_file
        and unit_price_values.column_name = 'unit_price'
        and case when plain_cells_cast.unit_price_plain is null then plain_cells_cast.unit_price_text end
        = unit_price_values.cell_text
    left join text_values as amount_values
        on plain_cells_cast.source_file = amount_values.source_file
        and amount_values.column_name = 'amount'
        and case when plain_cells_cast.amount_plain is null then plain_cells_cast.amount_text end
        = amount_values.cell_text
    left join text_values as invoiced_at_values
        on plain_cells_cast.source_file = invoiced_at_values.source_file
        and invoiced_at_values.column_name = 'invoiced_at'
        and case when plain_cells_cast.invoiced_at_plain is null then plain_cells_cast.invoiced_at_text end
        = invoiced_at_values.cell_text
    
),

ids_read as (
    select
        *,
        coalesce(invoice_id_plain, case
        when length(invoice_id_trimmed) <= 4 and regexp_matches(lower(invoice_id_trimmed), '^(na|n/a|#n/a|<na>|nan|null|none)?$')
            then null
        when invoice_id_trimmed like '%.0%' and regexp_matches(invoice_id_trimmed, '^-?[0-9]+[.]0+$')
            then split_part(invoice_id_trimmed, '.', 1)
        else invoice_id_trimmed
    end) as invoice_id_read,
        coalesce(stock_code_plain, case
        when length(stock_code_trimmed) <= 4 and regexp_matches(lower(stock_code_trimmed), '^(na|n/a|#n/a|<na>|nan|null|none)?$')
            then null
        when stock_code_trimmed like '%.0%' and regexp_matches(stock_code_trimmed, '^-?[0-9]+[.]0+$')
            then split_part(stock_code_trimmed, '.', 1)
        else stock_code_trimmed
    end) as stock_code,
        coalesce(customer_id_plain, case when customer_id_trimmed like '%@%' then lower(customer_id_trimmed) else case
        when length(customer_id_trimmed) <= 4 and regexp_matches(lower(customer_id_trimmed), '^(na|n/a|#n/a|<na>|nan|null|none)?$')
            then null
        when customer_id_trimmed like '%.0%' and regexp_matches(customer_id_trimmed, '^-?[0-9]+[.]0+$')
            then split_part(customer_id_trimmed, '.', 1)
        else customer_id_trimmed
    end end) as customer_id_read
    from texts_looked_up
),

nobodies_removed as (
    select
        *,
        customer_id_read as customer_id
    from ids_read
),

gaps_filled as (
    select
        *,
        case
            when invoice_id_is_given then invoice_id_read
            else coalesce(customer_id || ' ', '') || cast(cast(invoiced_at as date) as string)
        end as invoice_id,
        case
            when quantity_is_given then quantity_typed
            when amount_typed < 0 then -1
            else 1
        end as quantity
    from nobodies_removed
),

amounts_computed as (
    select
        *,
        case
            when amount_is_given then amount_typed
            else case
        when abs(quantity) < 100000 and abs(unit_price_typed) < 100000
            then cast(cast(quantity as decimal(18, 4)) * unit_price_typed as decimal(18, 4))
        else try_cast(cast(quantity as decimal(38, 4)) * unit_price_typed as decimal(18, 4))
    end
        end as amount,
        case
            when unit_price_is_given then unit_price_typed
            when quantity = 0 then 0
            else try_cast(abs(amount_typed / quantity) as decimal(18, 4))
        end as unit_price
    from gaps_filled
),

problems_found as (
    select
        *,
        case
            when unreadable_reason is not null then 'line'
            when lower(invoice_id_trimmed) like '%e%'
    and regexp_matches(lower(invoice_id_trimmed), '^[1-9]([.,][0-9]+)?e[+][0-9]{1,3}$|^[1-9][.,][0-9]+e[0-9]{1,3}$') then 'invoice_id'
            when lower(stock_code_trimmed) like '%e%'
    and regexp_matches(lower(stock_code_trimmed), '^[1-9]([.,][0-9]+)?e[+][0-9]{1,3}$|^[1-9][.,][0-9]+e[0-9]{1,3}$') then 'stock_code'
            when lower(customer_id_trimmed) like '%e%'
    and regexp_matches(lower(customer_id_trimmed), '^[1-9]([.,][0-9]+)?e[+][0-9]{1,3}$|^[1-9][.,][0-9]+e[0-9]{1,3}$') then 'customer_id'
            when invoiced_at is null then 'invoiced_at'
            when invoiced_at < '1900-01-01' or invoiced_at >= '2200-01-01' then 'invoiced_at'
            when quantity is null then 'quantity'
            when amount_is_given and amount_typed is null then 'amount'
            when unit_price is null then 'unit_price'
            when amount is null then 'amount'
            when invoice_id_is_given and invoice_id is null then 'invoice_id'
        end as problem_column
    from amounts_computed
),

columns_chosen as (
    select
        line_id,
        invoice_id,
        customer_id,
        stock_code,

        source_file,
        nullif(trim(description), '') as description,
        nullif(trim(country), '') as country,
        nullif(trim(status), '') as status,
        problem_column,

        line_number,
        cast(quantity as decimal(18, 4)) as quantity,
        cast(unit_price as decimal(18, 4)) as unit_price,
        cast(amount as decimal(18, 4)) as amount,
        invoice_id_is_given,
        quantity_is_given,
        has_uci_headers,

        invoiced_at
    from problems_found
)

select * from columns_chosen