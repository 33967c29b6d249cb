with
lines as (
    select * from {{ ref('quintile', 'stg_invoice_lines') }}
),

codes as (
    select * from {{ ref('quintile', 'service_codes') }}
),

codes_sold as (
    select distinct
        coalesce(stock_code, description) as stock_code,
        has_uci_headers
    from lines
    where coalesce(stock_code, description) is not null
),

first_kind_matched as (
    select
        codes_sold.stock_code,
        codes_sold.has_uci_headers,
        min(codes.kind) as kind
    from codes_sold
    inner join codes
        on upper(codes_sold.stock_code) like upper(codes.code_pattern) escape '|'
            and (codes_sold.has_uci_headers or not codes.is_uci_only)
    group by codes_sold.stock_code, codes_sold.has_uci_headers
)

select * from first_kind_matched
