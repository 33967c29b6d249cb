with
customers as (
    select * from "shop"."main_quintile"."customer_rfm"
),

logs_taken as (
    select
        cast(round(ln(1 + cast(recency_days as double)), 9) as decimal(18, 9)) as log_recency,
        cast(round(ln(1 + cast(frequency as double)), 9) as decimal(18, 9)) as log_frequency,
        cast(round(ln(1 + cast(monetary as double)), 9) as decimal(18, 9)) as log_monetary
        
    from customers
),

-- Sums of decimals are exact, so that neither row order nor threads can move a feature.
moments_summed as (
    select
        min(log_recency) = max(log_recency) as recency_is_constant,
        cast(sum(log_recency) as double) as recency_sum,
        cast(sum(cast(log_recency * log_recency as decimal(38, 18))) as double) as recency_square_sum,
        min(log_frequency) = max(log_frequency) as frequency_is_constant,
        cast(sum(log_frequency) as double) as frequency_sum,
        cast(sum(cast(log_frequency * log_frequency as decimal(38, 18))) as double) as frequency_square_sum,
        min(log_monetary) = max(log_monetary) as monetary_is_constant,
        cast(sum(log_monetary) as double) as monetary_sum,
        cast(sum(cast(log_monetary * log_monetary as decimal(38, 18))) as double) as monetary_square_sum,
        count(*) as customers
    from logs_taken
),

moments_computed as (
    select
        recency_sum / customers as recency_mean,
        case
            when recency_is_constant then 0
            else sqrt(recency_square_sum / customers - power(recency_sum / customers, 2))
        end as recency_stddev,
        frequency_sum / customers as frequency_mean,
        case
            when frequency_is_constant then 0
            else sqrt(frequency_square_sum / customers - power(frequency_sum / customers, 2))
        end as frequency_stddev,
        monetary_sum / customers as monetary_mean,
        case
            when monetary_is_constant then 0
            else sqrt(monetary_square_sum / customers - power(monetary_sum / customers, 2))
        end as monetary_stddev,
        customers
    from moments_summed
)

select * from moments_computed