with
lines as (
    select * from {{ ref('stg_invoice_lines') }}
),

codes as (
    select * from {{ ref('non_product_codes') }}
),

codes_sold as (
    select distinct stock_code from lines
    where stock_code is not null
),

first_kind_matched as (
    select
        codes_sold.stock_code,
        min(codes.kind) as kind
    from codes_sold
    inner join codes on upper(codes_sold.stock_code) like codes.code_pattern escape '|'
    group by codes_sold.stock_code
)

select * from first_kind_matched
