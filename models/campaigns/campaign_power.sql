with
trials as (
    select * from {{ ref('quintile', 'campaign_trials') }}
),

shares_listed as (
    select
        *,
        true as is_planned
    from trials
    {% for share in [0.05, 0.1, 0.2, 0.3, 0.5] -%}
    union all
    select
        trials.campaign,
        cast({{ share }} as double) as control_share,
        trials.tried_on,
        trials.window_days,
        trials.customers,
        trials.active_share,
        trials.spend_per_customer,
        trials.spend_deviation,
        false as is_planned
    from trials
    where abs(trials.control_share - {{ share }}) > 0.0001
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
            when control_customers between 1 and customers - 1
                then {{ smallest_difference('(customers - control_customers)', 'control_customers') }}
        end as deviations
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
        deviations * sqrt(active_share * (1 - active_share)) as smallest_share_difference,
        spend_per_customer,
        spend_deviation,
        deviations * spend_deviation as smallest_spend_difference,
        deviations * spend_deviation / nullif(spend_per_customer, 0) as smallest_spend_ratio
    from differences_found
),

verdicts_given as (
    select
        *,
        case
            when customers = 0 then 'nobody to learn from: no such customers so many days ago'
            when coalesce(least(control_share, 1 - control_share) * customers * active_share, 0)
                < {{ fewest_to_compare() }} then 'too few orders to tell'
            when coalesce(smallest_spend_ratio, 1) >= 1 then 'would not show even a doubling of spend'
            else
                'would show a change of spend from '
                || cast(cast(ceil(100 * smallest_spend_ratio) as integer) as string) || '% on'
        end as verdict
    from columns_typed
)

select * from verdicts_given
