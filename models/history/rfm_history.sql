with
customers as (
    select * from {{ ref('month_end_rfm') }}
),

{% set thresholds = thresholds_in_one_row(ref('month_end_thresholds'), by='month_end') -%}
{% for name, query in scoring_tables(thresholds).items() -%}
{{ name }} as (
    {{ query }}
),

{% endfor -%}

{{ scoring_steps(by='month_end') }},

columns_chosen as (
    select
        customer_id,
        month_end,

        last_ordered_at,
        recency_days,
        frequency,
        monetary,

        r_score,
        f_score,
        m_score,
        fm_score,
        rfm_code,
        rfm_segment,

        cluster_id,
        cluster_label,
        marketing_tier
    from customers_scored
)

select * from columns_chosen
