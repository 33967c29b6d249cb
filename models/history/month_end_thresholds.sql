with
customers as (
    select * from {{ ref('quintile', 'month_end_rfm') }}
),

values_counted as ({{ counted_values('customers', by='month_end') }}),

neighbours_found as ({{ cut_point_neighbours('values_counted', by='month_end') }}),

bounds_set as ({{ bounds_below_the_best('neighbours_found', by='month_end') }}),

columns_chosen as (
    select
        month_end,
        metric,
        score,
        lower_bound
    from bounds_set
)

select * from columns_chosen
