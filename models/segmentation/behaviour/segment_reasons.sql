with
customers as (
    select * from {{ ref('quintile', 'customer_rfm') }}
),

customer_habits as (
    select * from {{ ref('quintile', 'customer_habits') }}
),

spend_shares as (
    select * from {{ ref('quintile', 'spend_shares') }}
),

-- Shares are rounded first, since 100 x 0.58 is a little less than 58 in floating point.
facts_joined as (
    select
        customers.customer_id,
        customers.frequency,
        customers.recency_days,
        case when customer_habits.intervals >= 2 then customer_habits.median_interval_days end as usual_interval_days,
        spend_shares.share_below,
        spend_shares.share_above,
        cast(cast(floor(round(100 * spend_shares.share_below, 6)) as integer) as string) as percent_below,
        cast(cast(floor(round(100 * spend_shares.share_above, 6)) as integer) as string) as percent_above
    from customers
    left join customer_habits on customers.customer_id = customer_habits.customer_id
    left join spend_shares on customers.monetary = spend_shares.monetary
),

reasons_given as (
    select
        customer_id,
        usual_interval_days,
        'Ordered '
        || case frequency
            when 1 then 'once, '
            when 2 then 'twice, last '
            else cast(frequency as string) || ' times, last '
        end
        || case recency_days when 1 then '1 day' else cast(recency_days as string) || ' days' end || ' ago'
        || case
            when usual_interval_days is null then ''
            when usual_interval_days < 0.5 then '; usually several times a day'
            when usual_interval_days < 1.5 then '; usually every day'
            else '; usually every ' || cast(cast(round(usual_interval_days) as integer) as string) || ' days'
        end
        || case
            when share_below is null or greatest(share_below, share_above) < 0.01 then ''
            when share_below >= share_above then '; spends more than ' || percent_below || '% of customers'
            else '; spends less than ' || percent_above || '% of customers'
        end as segment_reason
    from facts_joined
)

select * from reasons_given
