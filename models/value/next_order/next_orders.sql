with
order_gaps as (
    select * from {{ ref('quintile', 'order_gaps') }}
),

customers_measured as (
    select
        cut_off,
        customer_id,
        is_now,
        last_ordered_on,
        gaps,
        peer_group,
        avg(case when 2 * place between gaps and gaps + 2 then cast(gap as double) end) as own_gap
    from order_gaps
    group by cut_off, customer_id, is_now, last_ordered_on, gaps, peer_group
),

gaps_counted as (
    select
        cut_off,
        peer_group,
        gap,
        count(*) as gaps
    from order_gaps
    where gap is not null
    group by cut_off, peer_group, gap
),

gaps_cumulated as (
    select
        *,
        sum(gaps) over (partition by cut_off, peer_group order by gap rows between unbounded preceding and current row)
        / cast(sum(gaps) over (partition by cut_off, peer_group) as double) as share_up_to
    from gaps_counted
),

peers_measured as (
    select
        cut_off,
        peer_group,
        min(case when share_up_to >= 0.5 then gap end) as peer_gap,
        1 - min(case when share_up_to >= 0.25 then gap end)
        / cast(min(case when share_up_to >= 0.75 then gap end) as double) as irregularity
    from gaps_cumulated
    group by cut_off, peer_group
),

-- Weighted geometric mean of the own median (weight = number of gaps) and that of the peers (weight 2).
gaps_shrunk as (
    select
        customers_measured.*,
        exp(
            (customers_measured.gaps * ln(coalesce(customers_measured.own_gap, 1)) + 2 * ln(peers_measured.peer_gap))
            / (customers_measured.gaps + 2)
        ) as usual_gap,
        peers_measured.irregularity
    from customers_measured
    left join peers_measured
        on customers_measured.cut_off = peers_measured.cut_off
            and customers_measured.peer_group = peers_measured.peer_group
),

next_orders_dated as (
    select
        cut_off,
        customer_id,
        is_now,
        last_ordered_on,
        cast(gaps as integer) as gaps,
        round(own_gap, 9) as own_gap_days,
        round(usual_gap, 9) as usual_gap_days,
        greatest(
            {{ days_later('cast(round(round(usual_gap, 9)) as integer)', 'last_ordered_on') }},
            {{ days_later('cast(round(round(usual_gap * irregularity, 9)) as integer)', 'cut_off') }}
        ) as due_on
    from gaps_shrunk
)

select * from next_orders_dated
