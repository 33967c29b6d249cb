{% macro log_no_orders(orders) %}
    {%- if execute and not flags.EMPTY and run_query("select 1 from " ~ orders ~ " limit 1").rows | length == 0 -%}
        {%- do log(
            "No order is left after cleaning, so that all tables of customers are empty. If that is wrong, check the var invoice_columns.",
            info=true
        ) -%}
    {%- endif -%}
{% endmacro %}

{% macro log_crowded_customer(orders, lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set largest = "(select customer_id from " ~ orders ~ " group by customer_id order by count(*) desc, customer_id limit 1)" -%}
        {%- set query -%}
            select count(*) * 1.0 / nullif((select count(*) from {{ orders }}), 0), sum(amount)
            from {{ orders }}
            where customer_id = {{ largest }}
        {%- endset -%}
        {%- set share, amount = run_query(query).rows[0] -%}
        {%- if share and share > 0.2 -%}
            {%- do log(
                "One customer has " ~ "{:.0%}".format(share) ~ " of the orders, " ~ "{:,.2f}".format(amount) ~ " in money, first in "
                ~ place_of_first(lines, "customer_id = " ~ largest)
                ~ ". If the id names nobody (guests, a till), list it in the var missing_customer_ids.", info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- Spreadsheets drop leading zeros, and people type in any case. But a shop may mean the difference. -#}
{% macro log_alike_customers(orders) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select sum(ids), sum(amount)
            from (
                select count(*) as ids, sum(amount) as amount
                from (select customer_id, sum(amount) as amount from {{ orders }} group by customer_id) as customers
                group by {{ replaced("lower(customer_id)", "^0+", "") }}
                having count(*) > 1
            ) as customers
        {%- endset -%}
        {%- set ids, amount = run_query(query).rows[0] -%}
        {%- if ids -%}
            {%- do log(
                "Customer ids that differ from others only in case or in leading zeros: " ~ "{:,}".format(ids | int) ~ ", "
                ~ "{:,.2f}".format(amount) ~ " in money. They are counted as different customers.", info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{% macro log_split_invoices(orders) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select count(*), sum(orders), sum(amount)
            from (
                select count(*) as orders, sum(amount) as amount
                from {{ orders }}
                group by customer_id, invoice_id
                having count(*) > 1
            ) as invoices
        {%- endset -%}
        {%- set ids, count, amount = run_query(query).rows[0] -%}
        {%- if ids -%}
            {%- do log(
                "Invoice ids that a customer has more than once, over a day apart: " ~ "{:,}".format(ids) ~ ", counted as "
                ~ "{:,}".format(count | int) ~ " orders, " ~ "{:,.2f}".format(amount) ~ " in money", info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- Receipt numbers may start again each day. Then those of a regular customer look like one long order. -#}
{% macro log_orders_over_days(invoice_totals) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select count(*), sum(amount)
            from (
                select sum(net_amount) as amount
                from {{ invoice_totals }}
                where line_class in ('sale', 'cancelled_sale')
                group by customer_id, invoice_id, order_number
                having cast(min(invoiced_at) as date) != cast(max(invoiced_at) as date)
            ) as orders
        {%- endset -%}
        {%- set count, amount = run_query(query).rows[0] -%}
        {%- if count -%}
            {%- do log(
                "Orders with lines on several days, none more than a day after the one before: " ~ "{:,}".format(count) ~ ", "
                ~ "{:,.2f}".format(amount) ~ " in money. If ids start again each day, put the day before them.", info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}
