{%- set ids = ["invoice_id", "stock_code", "customer_id"] -%}
{%- set numbers = ["quantity", "unit_price", "amount"] -%}

with
lines as (
    select * from {{ ref('quintile', 'raw_invoice_lines') }}
),

text_values as (
    select * from {{ ref('quintile', 'text_values') }}
),

plain_cells_cast as (
    select
        *,
        {% for name in ids -%}
        {{ plain_code(name ~ "_text") if name == "stock_code" else plain_id(name ~ "_text") }} as {{ name }}_plain,
        {% endfor -%}
        {% for name in numbers -%}
        coalesce({{ name }}_value, {{ plain_number(name ~ "_text") }}) as {{ name }}_plain,
        {% endfor -%}
        coalesce(invoiced_at_value, {{ plain_date("invoiced_at_text") }}) as invoiced_at_plain
    from lines
),

texts_looked_up as (
    select
        plain_cells_cast.*,
        {% for name in ids -%}
        case
            when plain_cells_cast.{{ name }}_plain is null
                then {{ as_printed(without_formula("plain_cells_cast." ~ name ~ "_text")) }}
        end as {{ name }}_trimmed,
        {% endfor -%}
        {% for name in numbers -%}
        coalesce(plain_cells_cast.{{ name }}_plain, {{ name }}_values.number_value) as {{ name }}_typed,
        {% endfor -%}
        coalesce(plain_cells_cast.unit_price_rest, unit_price_values.number_rest) as price_rest,
        coalesce(plain_cells_cast.invoiced_at_plain, invoiced_at_values.time_value) as invoiced_at
    from plain_cells_cast
    {% for name in numbers + ["invoiced_at"] -%}
    left join text_values as {{ name }}_values
        on plain_cells_cast.source_file = {{ name }}_values.source_file
        and {{ name }}_values.column_name = '{{ name }}'
        and case when plain_cells_cast.{{ name }}_plain is null then plain_cells_cast.{{ name }}_text end
        = {{ name }}_values.cell_text
    {% endfor %}
),

ids_read as (
    select
        *,
        coalesce(invoice_id_plain, {{ id_text("invoice_id_trimmed") }}) as invoice_id_read,
        coalesce(stock_code_plain, {{ id_text("stock_code_trimmed") }}) as stock_code,
        coalesce(
            customer_id_plain,
            {{ customer_id_text("customer_id_trimmed", "coalesce(invoice_id_plain, invoice_id_trimmed)") }}
        ) as customer_id_read
    from texts_looked_up
),

nobodies_removed as (
    select
        *,
        {{ id_of_somebody("customer_id_read") }} as customer_id
    from ids_read
)

select * from nobodies_removed
