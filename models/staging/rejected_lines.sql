with
lines as (
    select * from {{ ref('parsed_invoice_lines') }}
),

raw_text_found as (
    select
        source_file,
        line_number,
        problem_column as column_name,
        case
            when problem_column = 'line' then unreadable_text
            when problem_column = 'unit_price' and not unit_price_is_given then amount_read || ' / ' || quantity_read
            when problem_column = 'amount' and not amount_is_given then quantity_read || ' x ' || unit_price_read
            {% for name in ["invoice_id", "invoiced_at", "quantity", "unit_price", "amount"] -%}
            when problem_column = '{{ name }}' then cast({{ name }}_read as string)
            {% endfor -%}
        end as raw_text,
        unreadable_reason
    from lines
    where problem_column is not null
),

reasons_given as (
    select
        source_file,
        line_number,
        column_name,
        {{ text_naming_nobody_forgotten('raw_text') }} as raw_text,
        case
            when column_name = 'line' then unreadable_reason
            when coalesce(trim(raw_text), '') = '' then 'missing'
            when column_name = 'invoiced_at' then 'not a date from 1900 to 2199'
            when {{ matches('trim(raw_text)', "'^[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}$'") }}
                then 'unclear whether a decimal or a thousand'
            else 'not a number of at most 14 digits before the point'
        end as reason
    from raw_text_found
)

select * from reasons_given
