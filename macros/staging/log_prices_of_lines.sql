{#- Amazon's item-price is the money of the whole line. It grows with the quantity, where a price of a piece stays. The
    first lines of a file tell as much as all. -#}
{% macro log_prices_of_lines(lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set found = run_query(prices_by_quantity(lines)).rows[0] -%}
        {%- if found["line_prices"] and found["line_prices"] > 1 and found["line_prices"] > found["piece_prices"] -%}
            {%- do log(
                "Products whose unit_price grows with the quantity, as if it were the money of the whole line: "
                ~ "{:,}".format(found["line_prices"]) ~ " of " ~ "{:,}".format(found["products"]) ~ " sold in several quantities, first in "
                ~ place_of_first(lines, "line_id = " ~ found["first_line_id"]) ~ ". They are counted as "
                ~ "{:,.2f}".format(found["amount"]) ~ " in money rather than " ~ "{:,.2f}".format(found["price"])
                ~ ". If it is the money of the line, map that column to amount instead in the var invoice_columns.",
                info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- A price of a piece is known to a cent, since the money of the line is rounded. -#}
{% macro prices_by_quantity(lines) %}
    select
        count(*) as products,
        sum(case when is_of_line then 1 else 0 end) as line_prices,
        sum(case when is_of_piece then 1 else 0 end) as piece_prices,
        min(case when is_of_line then first_line_id end) as first_line_id,
        sum(case when is_of_line then amount end) as amount,
        sum(case when is_of_line then price end) as price
    from (
        select
            min(line_id) as first_line_id,
            min(unit_price) = max(unit_price) as is_of_piece,
            max(unit_price) - min(unit_price) > 0.1
            and max(unit_price / quantity) - min(unit_price / quantity) <= 0.01 as is_of_line,
            sum(amount) as amount,
            sum(unit_price) as price
        from {{ lines }}
        where problem_column is null and quantity > 0 and unit_price > 0 and stock_code is not null
            and coalesce(line_number, 0) <= 100000
        group by source_file, upper(stock_code)
        having count(distinct quantity) > 1
    ) as products
{% endmacro %}
