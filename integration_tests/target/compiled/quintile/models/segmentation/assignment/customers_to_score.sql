-- depends_on: "shop"."files"."customers_to_score"

with
lines_read as (
    select
        cast(null as string) as source_file,
        cast(null as bigint) as line_number,
        cast(null as bigint) as line_id,
        cast(null as string) as unreadable_reason,
        cast(null as string) as customer_id_read,
        cast(null as string) as recency_days_read,
        cast(null as string) as frequency_read,
        cast(null as string) as monetary_read
        
    where false
),

values_typed as (
    select
        *,
        case when case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end like '%@%' then lower(case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end) else case
        when length(case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end) <= 4 and regexp_matches(lower(case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end), '^(na|n/a|#n/a|<na>|nan|null|none)?$')
            then null
        when case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end like '%.0%' and regexp_matches(case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end, '^-?[0-9]+[.]0+$')
            then split_part(case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end, '.', 1)
        else case
        when regexp_matches(customer_id_read, '^[^!-~]|[^!-~]$')
            then regexp_replace(customer_id_read, '(?s)^[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*(.*?)[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*$', '\1', 'g')
        else customer_id_read
    end
    end end as customer_id,
        case when try_cast(recency_days_read as decimal(18, 4)) >= 0 then try_cast(recency_days_read as decimal(18, 4)) end as recency_days,
        case when try_cast(frequency_read as decimal(18, 4)) >= 0 then try_cast(frequency_read as decimal(18, 4)) end as frequency,
        case when try_cast(monetary_read as decimal(18, 4)) >= 0 then try_cast(monetary_read as decimal(18, 4)) end as monetary
        
    from lines_read
),

problems_found as (
    select
        *,
        case
            when unreadable_reason is not null then unreadable_reason
            when recency_days_read is null then 'recency_days is empty'
            when recency_days is null
                then 'recency_days is not a number from 0 to below 10^14: ' || left(recency_days_read, 80)
            when frequency_read is null then 'frequency is empty'
            when frequency is null
                then 'frequency is not a number from 0 to below 10^14: ' || left(frequency_read, 80)
            when monetary_read is null then 'monetary is empty'
            when monetary is null
                then 'monetary is not a number from 0 to below 10^14: ' || left(monetary_read, 80)
            end as problem
    from values_typed
)

select * from problems_found