with
as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

settings_added as (
    select
        as_of_date,
        cast({{ text_literal(setting('currency_symbol') or '') }} as string) as currency_symbol,
        cast('{{ setting("report_locale") }}' as string) as report_locale,
        cast({{ setting('value_horizon_days') }} as integer) as value_horizon_days
    from as_of
)

select * from settings_added
