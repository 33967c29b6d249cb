with
lines (
    line_id, invoice_id_text, customer_id_text, stock_code_text, quantity_value, quantity_text, unit_price_value,
    unit_price_text, amount_value, invoiced_at_value, invoiced_at_text, is_given, amount_is_given
) as (
    values
    (1, 'C7.0', ' Ann@Example.org', '0012.0', 2.0, null, 3.5, null, null, timestamp '2024-01-05 10:00', null, true, false),
    (2, ' 8', 'till', 'NA', null, '2-', null, '$1,234.50', null, null, '5 Jan 2024', true, false),
    (3, '9', '0.0', 'A', null, '1', null, '2', null, null, '2024-01-05 10:15', true, false),
    (4, null, 'guest-1', null, null, null, null, null, -6.0, null, '2024-01-05', false, true),
    (5, '9', 'A', 'A', null, '1', null, '2', null, null, 'soon', true, false)
)

select
    *,
    'a.csv' as source_file,
    line_id as line_number,
    cast(null as string) as unreadable_text,
    cast(null as string) as unreadable_reason,
    cast(null as string) as amount_text,
    'mug ' as description,
    '' as country,
    cast(null as string) as status,
    is_given as invoice_id_is_given,
    is_given as quantity_is_given,
    is_given as unit_price_is_given,
    false as has_uci_headers
from lines