{%- set numbers = ["quantity", "unit_price", "amount"] -%}

with
lines as (
    select * from {{ ref('quintile', 'raw_invoice_lines') }}
),

problem_lines as (
    select * from {{ ref('quintile', 'parsed_invoice_lines') }}
    where problem_column is not null
),

text_values as (
    select * from {{ ref('quintile', 'text_values') }}
),

texts_looked_up as (
    select
        problem_lines.source_file,
        problem_lines.line_number,
        problem_lines.problem_column,
        problem_lines.amount,
        {% for name in numbers -%}
        coalesce(
            lines.{{ name }}_text, lines.{{ name }}_misfit, cast(lines.{{ name }}_value as string)
        ) as {{ name }}_shown,
        coalesce(
            abs(lines.{{ name }}_value),
            abs({{ plain_number("lines." ~ name ~ "_text") }}),
            abs({{ name }}_values.number_value),
            {{ name }}_values.number_at_most
        ) as {{ name }}_at_most,
        lines.{{ name }}_is_given,
        {{ name }}_values.reason as {{ name }}_reason,
        {% endfor -%}
        coalesce(lines.invoiced_at_text, cast(lines.invoiced_at_value as string)) as invoiced_at_shown,
        invoiced_at_values.reason as invoiced_at_reason,
        lines.invoice_id_text as invoice_id_shown,
        {{ is_row_of_totals() }} as is_row_of_totals,
        lines.unreadable_text,
        lines.unreadable_reason
    from problem_lines
    inner join lines on problem_lines.line_id = lines.line_id
    {% for name in numbers + ["invoiced_at"] -%}
    left join text_values as {{ name }}_values
        on lines.source_file = {{ name }}_values.source_file
        and {{ name }}_values.column_name = '{{ name }}'
        and lines.{{ name }}_text = {{ name }}_values.cell_text
    {% endfor %}
),

raw_text_found as (
    select
        *,
        case
            when problem_column = 'line' then unreadable_text
            when problem_column = 'unit_price' and not unit_price_is_given then amount_shown || ' / ' || quantity_shown
            when problem_column = 'amount' and not amount_is_given then quantity_shown || ' x ' || unit_price_shown
            {% for name in ["invoice_id", "invoiced_at"] + numbers -%}
            when problem_column = '{{ name }}' then {{ name }}_shown
            {% endfor -%}
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
        {{ text_naming_nobody_forgotten('raw_text') }} as raw_text,
        case
            when problem_column = 'line' then unreadable_reason
            when problem_column = 'invoice_id' then 'missing'
            when problem_column = 'invoiced_at' and is_row_of_totals then {{ text_literal(reason_of_totals()) }}
            when coalesce({{ without_blanks_around('raw_text') }}, '') = '' then 'missing'
            when problem_column = 'invoiced_at' then coalesce(invoiced_at_reason, 'not a date from 1900 to 2199')
            {% for name in numbers -%}
            when problem_column = '{{ name }}' and {{ name }}_reason is not null then {{ name }}_reason
            {% endfor -%}
            else 'not a number of at most 14 digits before the point'
        end as reason,
        case when not is_row_of_totals then amount end as amount,
        case when not is_row_of_totals then money_at_most end as amount_at_most
    from raw_text_found
)

select * from reasons_given
