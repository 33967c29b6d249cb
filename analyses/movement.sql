-- FINDING: On the UCI file, 47% of customers are in the same segment a month later: 88% of the Lost, but only
--   36% of the Champions, of whom 61% become Loyal Customers.
-- METHOD: Sum segment_migrations over its months. share is of all customers in from_segment, whether they move or stay.
-- CAVEAT: Cut points are those of each month, so a customer can move because others did.
with
moves_summed as (
    select
        from_segment,
        to_segment,
        sum(customers) as moves,
        sum(revenue_moved) as revenue_moved
    from {{ ref('quintile', 'segment_migrations') }}
    group by from_segment, to_segment
),

shares_computed as (
    select
        *,
        from_segment = to_segment as is_staying,
        moves / sum(moves) over (partition by from_segment) as share,
        sum(case when from_segment = to_segment then moves else 0 end) over ()
        / sum(case when from_segment not in ('New', 'Lapsed') then moves else 0 end) over () as share_staying
    from moves_summed
)

select * from shares_computed
order by from_segment asc, moves desc
