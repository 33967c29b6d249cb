with
customers as (
    select * from {{ ref('quintile', 'customers_to_score') }}
),

{% for name, query in scoring_tables().items() -%}
{{ name }} as (
    {{ query }}
),

{% endfor -%}
{{ scoring_steps() }},

answers_joined as (
    select
        customers.source_file,
        cast(customers.line_number as bigint) as line_number,
        customers.customer_id,
        customers.recency_days,
        customers.frequency,
        customers.monetary,
        {% for column in score_columns() -%}
        customers_scored.{{ column }},
        {% endfor -%}
        case
            when customers.problem is not null then customers.problem
            when customers_scored.line_number is null then 'the invoices hold no customer to compare with'
        end as problem
    from customers
    left join customers_scored
        on customers.source_file = customers_scored.source_file
            and customers.line_number = customers_scored.line_number
)

select * from answers_joined
