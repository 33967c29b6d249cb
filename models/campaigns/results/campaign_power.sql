{%- set facts = [
    'tried_on', 'window_days', 'customers', 'active_share', 'spend_per_customer', 'spend_deviation', 'spend_skewness',
] -%}
{%- set treated = '(customers - control_customers)' -%}
{%- set can_differ = 'control_customers between 2 and customers - 2' -%}

with
trials as (
    select * from {{ ref('quintile', 'campaign_trials') }}
),

shares_listed as (
    {% for share in ['control_share', 0.05, 0.1, 0.2, 0.3, 0.5] -%}
    select
        campaign,
        cast({{ share }} as double) as control_share,
        {{ facts | join(', ') }},
        {{ loop.first | lower }} as is_planned
    from trials
    where {{ loop.first | lower }} or abs(control_share - {{ share }}) > 0.0001
    {{ "union all" if not loop.last }}
    {% endfor %}
),

controls_counted as (
    select
        *,
        case when customers > 0 then cast(round(customers * control_share) as bigint) end as control_customers
    from shares_listed
),

differences_found as (
    select
        *,
        case
            when {{ can_differ }}
                then {{ smallest_difference_of_shares('active_share', treated, 'control_customers') }}
        end as smallest_share_difference,
        case
            when {{ can_differ }}
                then {{ smallest_difference_of_means(treated, 'control_customers', 'spend_skewness') }}
        end * spend_deviation as smallest_spend_difference
    from controls_counted
),

columns_typed as (
    select
        campaign,
        control_share,
        is_planned,
        tried_on,
        cast(window_days as integer) as window_days,
        cast(customers as bigint) as customers,
        control_customers,
        active_share,
        smallest_share_difference,
        spend_per_customer,
        spend_deviation,
        spend_skewness,
        smallest_spend_difference,
        smallest_spend_difference / nullif(spend_per_customer, 0) as smallest_spend_ratio
    from differences_found
),

verdicts_given as (
    select
        *,
        case
            when customers = 0 then 'nobody to learn from: no such customers so many days ago'
            when coalesce(least(control_share, 1 - control_share) * customers * active_share, 0)
                < {{ fewest_to_compare('control_share', '(1 - control_share)') }} then 'too few orders to tell'
            when coalesce(smallest_spend_ratio, 1) >= 1 then 'would not show even a doubling of spend'
            else
                'would show a change of spend from '
                || cast(cast(ceil(100 * smallest_spend_ratio) as integer) as string) || '% on'
        end as verdict
    from columns_typed
)

select * from verdicts_given
